//! Words that say nothing of what is looked for: small words, and what questions are made of.

/// Bokmål, nynorsk and English in one list, since a query does not say in which language it is. Left out are words
/// that mean something in one of the other languages (fare, land, art, arms).
const COMMON: &str = "\
a about after against alle alltid also alt altså and andre annen any are as at av bare be because been before \
being berre best beste betyder betyr biggest ble blei bli blir blitt both but by både can come comes could da de \
deg dei deira dem den denne dens der deres det dette did din disse do does done down du during eg ei ein eit \
eller en enn er et ette etter every exist exists few fikk finnes fins finst for fordi fra frå få får fått get \
gets getting gi gir gis give given gives gje gjelder gjennom gjer gjere gjev gjort gjør gjøre går ha had hadde \
han handler hans happen happens har has have he hennes her him his hjå ho hos how hun hva hvem hver hverandre \
hvilke hvilken hvilket hvis hvor hvordan hvorfor hvorvidt i if ikke ikkje in inn innen innenfor into is it its \
itself ja jeg just kan kjem know kommer kor korleis korvidt kunne kva kvar kven kvifor kvifør largest like made \
make makes man mange many me mean means med meg meiner meir mellom men mener mer mest mi min mine mitt most mot \
much my mye mykje må måtte ned nei no noe noen noko nokon not nå når nærmere of og også om on one only opp oppe \
or oss our out over overfor own på sa sagt said say says seg seier shall she should si siden sier sin sine sitt \
skal skje skjer skulle slik slike so som some står størst største synes så ta take taken takes tar tas tek tell \
than that the their them then there these they think thinks this those through til to too tyder under up upon us \
used using ut ute uten var vart ved veit vera vere very vet vi viktigaste viktigste vil ville vore vår våre være \
vært was we well were what when where which while who whom whose why will with within without would yes you your \
å";

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
