//! Words that say nothing of what is looked for: small words, and what questions are made of.

/// Bokmål, nynorsk and English in one list, since a query does not say in which language it is. Left out are words
/// that mean something in one of the other languages (fare, land, art, arms).
const COMMON: &str = "\
a about after against alle also alt and andre annen any are as at av be because been before being ble blei bli \
blir blitt both but by både can could da de deg dei deira dem den denne dens der deres det dette did din disse \
do does done du during eg ei ein eit eller en enn er et ette etter every few fikk for fordi fra frå få får fått \
gjelder gjennom gjer gjere gjort gjør gjøre går ha had hadde han handler hans har has have hennes her hjå ho hos \
how hun hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i if ikke ikkje in innen innenfor into is \
it its itself jeg kan kor korleis kunne kva kvar kven kvifor kvifør man mange me med meg meir mellom men mer mot \
mye mykje må måtte no noe noen noko nokon not nå når of og også om on one or our over overfor own på seg seier \
shall she should si siden sier sin sine sitt skal skulle slik slike so som some så tell than that the their them \
then there these they this those through til to too under upon us ut uten var vart ved vera vere vi vil ville \
vore vår våre være vært was we were what when where which while who whom whose why will with within without \
would you your å";

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
