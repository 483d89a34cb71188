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

/// An ending, how many letters the word must have when it is replaced, and what stands there then. The first rule of a list
/// that fits is the only one applied; one that replaces an ending by itself keeps the word from those below it.
type Rule = (&'static str, u8, &'static str);

const NORWEGIAN: [&[Rule]; 5] = [
    // The genitive, and the passive of a verb.
    &[
        ("ss", 0, "ss"),
        ("is", 0, "is"),
        ("us", 0, "us"),
        ("ys", 0, "ys"),
        ("ks", 0, "ks"),
        ("ess", 0, "ess"),
        ("s", 3, ""),
    ],
    // Inflection. The word «sikkerhet» has none; «sikkerheten» has.
    &[
        ("het", 0, "het"),
        ("heit", 0, "heit"),
        ("erne", 3, ""),
        ("ende", 3, ""),
        ("ande", 3, ""),
        ("ene", 3, ""),
        ("ane", 3, ""),
        ("ast", 3, ""),
        ("ede", 3, ""),
        ("ere", 3, ""),
        ("en", 3, ""),
        ("et", 3, ""),
        ("er", 3, ""),
        ("ar", 3, ""),
        ("es", 3, ""),
        ("e", 3, ""),
        ("a", 3, ""),
    ],
    // «ministeren» and «minister»: both without -er.
    &[("er", 4, ""), ("ar", 4, "")],
    // The neuter of adjectives; «kraft» and «kart» keep their -t.
    &[
        ("alt", 5, "al"),
        ("elt", 5, "el"),
        ("ilt", 5, "il"),
        ("ært", 5, "ær"),
        ("ivt", 5, "iv"),
        ("igt", 5, "ig"),
        ("skt", 5, "sk"),
        ("ndt", 5, "nd"),
        ("rkt", 5, "rk"),
        ("ldt", 5, "ld"),
    ],
    // The e that goes where an ending follows: «trussel, trusler», «kabel, kabler», «senter, sentre».
    &[
        ("ddel", 3, "dl"),
        ("ssel", 3, "sl"),
        ("kkel", 3, "kl"),
        ("mmel", 3, "ml"),
        ("ttel", 3, "tl"),
        ("bel", 3, "bl"),
        ("gel", 3, "gl"),
        ("kel", 3, "kl"),
        ("sentr", 0, "sent"),
        ("istr", 0, "ist"),
        ("våpn", 0, "våp"),
        ("våpen", 0, "våp"),
    ],
];

const ENGLISH: [&[Rule]; 4] = [
    &[
        ("ies", 4, "y"),
        ("sses", 0, "ss"),
        ("ches", 0, "ch"),
        ("shes", 0, "sh"),
        ("xes", 0, "x"),
        ("ss", 0, "ss"),
        ("us", 0, "us"),
        ("is", 0, "is"),
        ("news", 0, "news"),
        ("s", 2, ""),
    ],
    &[("eed", 0, "eed"), ("string", 0, "string"), ("ing", 3, ""), ("ed", 3, ""), ("ly", 5, "")],
    &[("e", 3, "")],
    // American spelling too: defense, organization, neighbor.
    &[("y", 0, "i"), ("ens", 3, "enc"), ("iz", 3, "is"), ("ization", 3, "isation"), ("our", 5, "or")],
];

/// What makes a word of another word.
const NORWEGIAN_DERIVED: &[Rule] = &[
    ("sjonal", 4, ""),
    ("sjon", 4, ""),
    ("els", 4, ""),
    ("ing", 4, ""),
    ("elig", 4, ""),
    ("lig", 4, ""),
    ("skap", 4, ""),
    ("het", 4, ""),
    ("heit", 4, ""),
    ("isk", 4, ""),
    ("som", 4, ""),
    ("bar", 4, ""),
    ("er", 4, ""),
];
const ENGLISH_DERIVED: &[Rule] = &[
    ("ibiliti", 4, ""),
    ("abiliti", 4, ""),
    ("ational", 4, ""),
    ("ation", 4, ""),
    ("ition", 4, ""),
    ("anc", 4, ""),
    ("enc", 4, ""),
    ("ment", 4, ""),
    ("ness", 4, ""),
    ("iti", 4, ""),
    ("ibl", 4, ""),
    ("abl", 4, ""),
    ("ent", 4, ""),
    ("ant", 4, ""),
    ("ativ", 4, ""),
    ("iv", 4, ""),
    ("al", 4, ""),
    ("at", 4, ""),
    ("ion", 4, ""),
    ("ic", 4, ""),
    ("er", 4, ""),
    ("or", 4, ""),
];

impl Grammar {
    pub const BOTH: [Grammar; 2] = [Grammar::Norwegian, Grammar::English];

    /// The stem of a folded word.
    pub fn stem(self, word: &str) -> String {
        let mut stem = word.to_owned();
        // Digits have no forms.
        if !long_enough(word, 3) || word.ends_with(|last: char| last.is_ascii_digit()) {
            return stem;
        }
        let steps: &[&[Rule]] = if self == Grammar::Norwegian { &NORWEGIAN } else { &ENGLISH };
        for (step, rules) in steps.iter().enumerate() {
            // «plan, planning»; «rom, rommet».
            if self == Grammar::English && step == 3 {
                undouble(&mut stem);
            }
            apply(&mut stem, rules);
        }
        if self == Grammar::Norwegian {
            undouble(&mut stem);
        }
        stem
    }

    /// What a stem shares with words derived from the same one (responsible, responsibility; beskytte, beskyttelse): the stem
    /// without what it was derived by. Rougher than a stem, so that whoever compares roots ranks what it finds lower.
    pub fn root(self, stem: &str) -> String {
        let mut root = stem.to_owned();
        apply(&mut root, if self == Grammar::Norwegian { NORWEGIAN_DERIVED } else { ENGLISH_DERIVED });
        // As a stem loses it: ansv(ar), ansv(ar)-lig.
        apply(&mut root, &[("ar", 4, "")]);
        undouble(&mut root);
        root
    }
}

fn apply(stem: &mut String, rules: &[Rule]) {
    for (ending, letters, new) in rules {
        if let Some(rest) = stem.strip_suffix(ending) {
            let length = rest.len();
            if long_enough(rest, usize::from(*letters).saturating_sub(new.len())) {
                stem.truncate(length);
                stem.push_str(new);
                return;
            }
        }
    }
}

fn long_enough(stem: &str, letters: usize) -> bool {
    // A letter has one byte or two here, so that most words need not be counted.
    stem.len() >= letters && (stem.len() >= 2 * letters || stem.chars().count() >= letters)
}

/// Leaves one of two same consonants at the end of a word of four letters or more.
fn undouble(stem: &mut String) {
    if let [_, .., before, last] = stem.as_bytes()
        && before == last
        && last.is_ascii_lowercase()
        && !b"aeiou".contains(last)
        && long_enough(stem, 4)
    {
        stem.pop();
    }
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
                line.split(' ').map(|word| grammar.root(&grammar.stem(word))).collect();
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
