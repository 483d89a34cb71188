//! Word forms: what of a word stays when its inflection is taken away.
//!
//! Two small stemmers of our own, since the Snowball ones add 4.0 kB to the download and part what belongs together
//! (trussel and trusler, rom and rommet, minister and ministeren). They take inflection away and leave derivation alone:
//! whoever looks for «sikkerhet» does not mean «sikker». A test compares them with Snowball over every word of the
//! documents. What no rule can know, such as «bok» and «bøker», stands in the table of terms.
//!
//! A stem is no word and is never shown. Two forms are the same word if their stems are equal.

/// Whose rules of inflection hold: one set for bokmål and nynorsk, which share most of theirs, one for English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grammar {
    Norwegian,
    English,
}

impl Grammar {
    pub const BOTH: [Grammar; 2] = [Grammar::Norwegian, Grammar::English];

    /// The stem of a folded word.
    pub fn stem(self, word: &str) -> String {
        // Digits have no forms.
        if word.chars().count() < 3 || word.ends_with(|last: char| last.is_ascii_digit()) {
            return word.to_owned();
        }
        match self {
            Grammar::Norwegian => norwegian(word),
            Grammar::English => english(word),
        }
    }

    /// What a stem shares with words derived from the same one (responsible, responsibility; beskytte, beskyttelse): the stem
    /// without what it was derived by. Rougher than a stem, so that whoever compares roots ranks what it finds lower.
    pub fn root(self, stem: &str) -> &str {
        let endings: &[&str] = match self {
            Grammar::Norwegian => &NORWEGIAN_DERIVED,
            Grammar::English => &ENGLISH_DERIVED,
        };
        let mut endings = endings.iter().filter_map(|ending| stem.strip_suffix(ending));
        let root = endings.find(|root| long_enough(root, 4)).unwrap_or(stem);
        // As a stem loses it: ansv(ar), ansv(ar)-lig.
        let root = root.strip_suffix("ar").filter(|root| long_enough(root, 4)).unwrap_or(root);
        if has_double_end(root) { &root[..root.len() - 1] } else { root }
    }
}

/// What makes a word of another word, longest first where one ends in another.
const NORWEGIAN_DERIVED: [&str; 14] =
    ["sjonal", "sjon", "else", "els", "ing", "elig", "lig", "skap", "het", "heit", "isk", "som", "bar", "er"];
const ENGLISH_DERIVED: [&str; 24] = [
    "ibiliti", "abiliti", "ational", "ation", "ition", "ance", "ence", "anc", "enc", "ment", "ness", "iti",
    "ibl", "abl", "ent", "ant", "ativ", "iv", "al", "at", "ion", "ic", "er", "or",
];

/// The longest comes first where one ends in another.
const NORWEGIAN: [&str; 15] =
    ["erne", "ende", "ande", "ene", "ane", "ast", "ede", "ere", "en", "et", "er", "ar", "es", "e", "a"];

/// Adjectives with the -t of their neuter: only behind these, since «kraft» and «kart» keep theirs.
const NEUTER: [&str; 10] = ["al", "el", "il", "ær", "iv", "ig", "sk", "nd", "rk", "ld"];

fn norwegian(word: &str) -> String {
    let mut stem = word;
    // The genitive, and the passive of a verb.
    if let Some(short) = stem.strip_suffix('s')
        && long_enough(short, 3)
        && !short.ends_with(['s', 'i', 'u', 'y', 'k'])
        && !short.ends_with("es")
    {
        stem = short;
    }
    // Twice, for «ministeren» and «minister»: both without -er.
    for round in 0..2 {
        // The word «sikkerhet» has no ending; «sikkerheten» has one.
        if stem.ends_with("het") || stem.ends_with("heit") {
            break;
        }
        let ending = NORWEGIAN.iter().find(|ending| {
            stem.strip_suffix(**ending).is_some_and(|rest| long_enough(rest, 3 + round))
                && (round == 0 || matches!(**ending, "er" | "ar"))
        });
        let Some(ending) = ending else { break };
        stem = &stem[..stem.len() - ending.len()];
    }
    if let Some(short) = stem.strip_suffix('t')
        && long_enough(short, 5)
        && NEUTER.iter().any(|end| short.ends_with(end))
    {
        stem = short;
    }
    let mut stem = stem.to_owned();
    // «trussel, trusler», «kabel, kabler»: the e goes where an ending follows.
    if let Some(short) = stem.strip_suffix("el")
        && long_enough(short, 3)
        && (short.ends_with(['b', 'g', 'k']) || has_double_end(short))
    {
        stem = format!("{short}l");
    }
    for (long, short) in [("sentr", "sent"), ("istr", "ist"), ("våpn", "våp"), ("våpen", "våp")] {
        if stem.ends_with(long) {
            stem.truncate(stem.len() - long.len() + short.len());
        }
    }
    // «rom, rommet», «trygg, trygt», «midd(e)l, midler».
    let tail = if stem.ends_with('l') && !stem.ends_with("ll") { 1 } else { 0 };
    if long_enough(&stem[..stem.len() - tail], 4) && has_double_end(&stem[..stem.len() - tail]) {
        let at = stem.len() - tail - 1;
        stem.remove(at);
    }
    stem
}

fn english(word: &str) -> String {
    let mut stem = word.to_owned();
    if stem.ends_with("ies") && long_enough(&stem, 5) {
        stem.truncate(stem.len() - 3);
        stem.push('y');
    } else if ["sses", "ches", "shes", "xes"].iter().any(|end| stem.ends_with(end)) {
        stem.truncate(stem.len() - 2);
    } else if stem.ends_with('s') && !["ss", "us", "is", "news"].iter().any(|end| stem.ends_with(end)) {
        stem.pop();
    }
    for ending in ["ing", "ed", "ly"] {
        if let Some(short) = stem.strip_suffix(ending)
            && long_enough(short, if ending == "ly" { 5 } else { 3 })
            && short.contains(['a', 'e', 'i', 'o', 'u', 'y'])
            && !(ending == "ed" && short.ends_with('e'))
        {
            stem.truncate(short.len());
            break;
        }
    }
    if stem.ends_with('e') && long_enough(&stem, 4) {
        stem.pop();
    }
    if long_enough(&stem, 4) && has_double_end(&stem) {
        stem.pop();
    }
    if stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
    // American spelling: defense, organization, neighbor.
    if stem.ends_with("ens") {
        stem.pop();
        stem.push('c');
    }
    let mut stem = stem.replace('z', "s");
    if long_enough(&stem, 6)
        && let Some(at) = stem.find("our")
    {
        stem.remove(at + 1);
    }
    stem
}

fn long_enough(stem: &str, letters: usize) -> bool {
    // A letter has one byte or two here, so that most words need not be counted.
    stem.len() >= letters && (stem.len() >= 2 * letters || stem.chars().count() >= letters)
}

/// Two of the same consonant at the end.
fn has_double_end(stem: &str) -> bool {
    let bytes = stem.as_bytes();
    let [.., before, last] = bytes else { return false };
    before == last && last.is_ascii_alphabetic() && !matches!(last, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::Grammar::{self, English, Norwegian};

    /// Every word of a line is a form of the same word.
    #[track_caller]
    fn same(grammar: Grammar, lines: &[&str]) {
        for line in lines {
            let mut stems: Vec<String> = line.split(' ').map(|word| grammar.stem(word)).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{line}: {stems:?}");
        }
    }

    /// No two words of a line are forms of the same word.
    #[track_caller]
    fn different(grammar: Grammar, lines: &[&str]) {
        for line in lines {
            let mut stems: Vec<String> = line.split(' ').map(|word| grammar.stem(word)).collect();
            stems.sort();
            let all = stems.len();
            stems.dedup();
            assert_eq!(stems.len(), all, "{line}: {stems:?}");
        }
    }

    #[test]
    fn norwegian_forms_have_one_stem() {
        same(
            Norwegian,
            &[
                "trussel trusselen trusler truslene trussels trusselens",
                "beredskap beredskapen beredskapens",
                "sikkerhet sikkerheten sikkerhets sikkerhetens sikkerheter sikkerhetene",
                "tryggleik tryggleiken",
                "krig krigen kriger krigene krigs krigar krigane",
                "ubåt ubåten ubåter ubåtene ubåtar",
                "strategi strategien strategier strategiene",
                "minister ministeren ministere ministre",
                "partner partneren partnere partnerne",
                "rom rommet rommene",
                "program programmet programmer",
                "midler middel",
                "kabel kabler kabelen kablene",
                "senter sentre sentrene senteret",
                "våpen våpnene våpenet",
                "digital digitale digitalt",
                "viktig viktige",
                "sterk sterke sterkt sterkere",
                "trygg trygge tryggere",
                "styrke styrker styrket styrkes",
                "samarbeid samarbeidet samarbeider samarbeide",
                "norge norges",
                "ukraina ukrainas",
                "økonomi økonomien økonomiens",
                "departement departementet departementene",
            ],
        );
        different(
            Norwegian,
            &["sikker sikkerhet", "far fart", "kar kart", "par part", "økonomi økonomisk", "handel handle"],
        );
    }

    #[test]
    fn english_forms_have_one_stem() {
        same(
            English,
            &[
                "threat threats",
                "threaten threatens threatened threatening",
                "security securities",
                "strategy strategies",
                "defence defense defences",
                "ally allies",
                "organisation organizations",
                "neighbour neighbors neighbouring",
                "programme programmes program",
                "secure secured securing secures",
                "plan planned planning plans",
                "approach approaches",
                "submarine submarines",
                "crisis",
            ],
        );
        different(English, &["new news", "defence defend", "nation nature", "thing think", "us use"]);
    }

    #[test]
    fn derived_words_have_one_root() {
        for (grammar, line) in [
            (English, "responsible responsibility"),
            (English, "resilience resilient"),
            (English, "secure security"),
            (English, "cooperate cooperation cooperative"),
            (English, "develop development"),
            (Norwegian, "beskytte beskyttelse"),
            (Norwegian, "utvikle utvikling"),
            (Norwegian, "ansvar ansvarlig"),
            (Norwegian, "trygg trygghet"),
            (Norwegian, "styrke styrking"),
        ] {
            let mut roots: Vec<String> =
                line.split(' ').map(|word| grammar.root(&grammar.stem(word)).to_owned()).collect();
            roots.dedup();
            assert_eq!(roots.len(), 1, "{line}: {roots:?}");
        }
    }

    #[test]
    fn what_is_no_word_stays() {
        for word in ["", "a", "eu", "nis", "2017", "10", "covid19", "свет", "\u{301}", "日本語"] {
            assert_eq!(Norwegian.stem(word), word);
            assert_eq!(English.stem(word), word);
        }
    }
}
