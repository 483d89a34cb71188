//! Words that say nothing of what is looked for: small words, and what questions are made of.

/// Bokmål, nynorsk and English in one list, since a query does not say in which language it is. Left out are words
/// that mean something in one of the other languages (fare, land, art, arms).
const COMMON: &str = "alle alt and andre annen are as at av be been being ble blei blir bli blitt both but by både \
can could da de dei deira deg den denne dens dem der deres det dette did din disse do does du eg ei ein eit ein \
eller en enn er et ette etter few for fordi fra frå får få fikk fått gjelder gjer gjere gjort gjør gjøre går had \
ha hadde han handler hans har has have hennes her hjå ho hos how hun hva hvem hvilke hvilken hvilket hvis hvor \
hvordan hvorfor i if ikke ikkje in into is it its itself jeg kan kor korleis kunne kva kvar kven kvifor kvifør \
man mange me med meg meir mellom men mer mye mykje må måtte nokon noko noe noen når no not nå of og om on one or \
our over own på seg seier shall she should si sier siden sin sine sitt skal skulle slik slike som så tell than \
that the us their them then there these they this those til to ut vart ved var vera vere vi vil ville vore vår våre vært \
være was we were what when where which while who whom whose why will with would you your å om about";

/// Whether a folded word is one of them.
pub fn is_common(word: &str) -> bool {
    COMMON.split(' ').any(|common| common == word)
}

#[cfg(test)]
mod tests {
    use super::is_common;

    #[test]
    fn small_words_and_question_words_are_common() {
        for word in ["og", "hva", "kvifor", "the", "what", "i", "å"] {
            assert!(is_common(word), "{word}");
        }
        for word in ["norge", "fare", "land", "security", "", "xyzzy"] {
            assert!(!is_common(word), "{word}");
        }
    }
}
