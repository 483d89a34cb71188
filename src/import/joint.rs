//! Where a line ends within a block: two words, one word cut in two, or a compound whose hyphen belongs to it.

use super::lexicon::Lexicon;
use crate::model::Lang;

/// What becomes of a line end.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Joint {
    /// Two words, or a hyphen that waits for a later word: `sikkerhets- og`.
    Space,
    /// The parts are put together, with the hyphen between them or without.
    Join { with_hyphen: bool, sure: bool },
}

/// What the layout says of a line end.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Sign {
    /// Other lines of the block end with a space, this one does not: a hyphen has got lost here.
    Cut,
    /// Lines that are whole end with a space, and so does this one.
    Whole,
    /// Elsewhere in the text hyphens have got lost.
    Suspect,
    Nothing,
}

const CONJUNCTIONS: [&str; 8] = ["og", "eller", "samt", "men", "and", "or", "but", "nor"];

/// Before these a word keeps its hyphen.
const PREFIXES: [&str; 5] = ["ikke", "ikkje", "eks", "non", "self"];

/// The decision for the words at the end of one line and at the beginning of the next.
pub(super) fn decide(left: &str, right: &str, sign: Sign, known: &Lexicon, lang: Lang) -> Joint {
    let last = left.rsplit(char::is_whitespace).next().unwrap_or_default();
    let next = right.split(char::is_whitespace).next().unwrap_or_default();
    let next = next.trim_end_matches(|c: char| !c.is_alphanumeric());
    if !next.starts_with(char::is_alphanumeric) {
        return Joint::Space;
    }
    if let Some(last) = last.strip_suffix('\u{ad}') {
        return if last.is_empty() { Joint::Space } else { Joint::Join { with_hyphen: false, sure: true } };
    }
    if let Some(last) = last.strip_suffix(['-', '\u{2010}', '\u{2011}']) {
        let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
        return if last.ends_with(char::is_alphanumeric) {
            hyphenated(last, next, known, lang)
        } else {
            Joint::Space
        };
    }
    // `flerinteressent/` goes on in the next line; a stroke by itself parts.
    if last.strip_suffix('/').is_some_and(|word| word.ends_with(char::is_alphanumeric)) {
        return Joint::Join { with_hyphen: false, sure: true };
    }
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !last.ends_with(char::is_alphabetic) || !next.starts_with(char::is_lowercase) {
        return Joint::Space;
    }
    unhyphenated(last, next, sign, known, lang)
}

fn hyphenated(last: &str, next: &str, known: &Lexicon, lang: Lang) -> Joint {
    let keep = |sure| Joint::Join { with_hyphen: true, sure };
    let remove = |sure| Joint::Join { with_hyphen: false, sure };
    if CONJUNCTIONS.contains(&next.to_lowercase().as_str()) {
        return Joint::Space;
    }
    // What stands before the cut within the word, as in `ikke-stat-⏎lige`, is of no interest.
    let part = last.rsplit('-').next().unwrap_or(last);
    let (joined, parted) = (format!("{last}{next}"), format!("{last}-{next}"));
    match (known.count_of(&joined), known.count_of(&parted)) {
        (0, 0) => {}
        (one, other) if one >= other => return remove(other == 0),
        (other, _) => return keep(other == 0),
    }
    let capitals = part.chars().filter(|c| c.is_uppercase()).count();
    if capitals > 1 || part.chars().any(|c| c.is_numeric()) || next.starts_with(char::is_uppercase) {
        return keep(true);
    }
    // `Nato-⏎partnere`, but `Internet-⏎tets`.
    if part.starts_with(char::is_uppercase) && known.is_name(part) && known.knows_nearly(next) {
        return keep(true);
    }
    if PREFIXES.contains(&part.to_lowercase().as_str()) {
        return keep(false);
    }
    match (known.knows_nearly(&joined), known.knows_nearly(&parted)) {
        (true, parted) => return remove(!parted),
        (false, true) => return keep(true),
        (false, false) => {}
    }
    let both_known = known.knows(part) && known.knows(next);
    match lang {
        Lang::Nb | Lang::Nn if are_coordinate(part, next) => keep(false),
        Lang::En if both_known && part.len() > 2 => keep(false),
        _ => remove(false),
    }
}

fn unhyphenated(last: &str, next: &str, sign: Sign, known: &Lexicon, lang: Lang) -> Joint {
    let joined = format!("{last}{next}");
    let join = |sure| Joint::Join { with_hyphen: false, sure };
    let both_known = known.knows(last) && known.knows(next);
    if sign == Sign::Cut {
        return join(known.knows_nearly(&joined) || !both_known);
    }
    if known.knows(&joined) && !both_known {
        return join(true);
    }
    if sign == Sign::Suspect && !known.knows_nearly(last) && !known.knows_nearly(next) {
        return join(known.knows_nearly(&joined));
    }
    if lang != Lang::En && is_linking_form(last, known) {
        return join(false);
    }
    Joint::Space
}

/// Whether two adjectives of the same form stand side by side: `offentlig-privat`, `sivilt-militært`.
fn are_coordinate(first: &str, second: &str) -> bool {
    let ending = |word: &str| word.chars().next_back().filter(|c| ['t', 'e'].contains(c));
    let bare = |word: &str| word.strip_suffix(['t', 'e']).unwrap_or(word).to_owned();
    let long = |word: &str| word.chars().count() >= 5;
    let is_one = |word: &str| is_adjective(word) || is_adjective(&bare(word));
    // `offentlig-private`: the first of the two may go without its ending.
    let alike = ending(first) == ending(second) || ending(first).is_none();
    long(first) && long(second) && alike && is_one(first) && is_one(second)
}

fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 12] = ["ig", "isk", "sk", "il", "al", "ell", "iv", "ær", "bar", "som", "at", "ent"];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word is the first part of a Norwegian compound and nothing else: `myndighets`, `utenriks`.
pub(super) fn is_linking_form(word: &str, known: &Lexicon) -> bool {
    // No genitive has these: it would be `-hetens`, `-ingens`.
    const LINKING: [&str; 6] = ["hets", "skaps", "doms", "ings", "sjons", "itets"];
    // Definite genitives, plurals, passives, and words that end like this by themselves.
    const OTHER: [&str; 9] = ["ens", "ets", "nes", "ers", "es", "as", "is", "us", "ss"];
    if word.chars().count() < 6 || !word.starts_with(char::is_lowercase) || known.count_of(word) > 1 {
        return false;
    }
    let Some(noun) = word.strip_suffix('s') else { return false };
    let is_noun = |start: usize| noun.is_char_boundary(start) && known.count_of(&noun[start..]) > 1;
    LINKING.iter().any(|ending| word.ends_with(ending))
        || known.is_linking(word)
        || !OTHER.iter().any(|ending| word.ends_with(ending))
            && !known.knows(word)
            // A compound of which the last part is known: `straffesak`.
            && (3..noun.len().saturating_sub(2)).any(is_noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = "Norge og Nato. Vi i Nato har samarbeid og offentlig-privat samarbeid. En sak om en sak. Utenriks- og \
        forsvarspolitikk. Klimaendringene er her. Alle land har land. Våre partnere.";

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        check_with(lines, Sign::Nothing, Lang::Nb, expected);
    }

    #[track_caller]
    fn check_with(lines: &str, sign: Sign, lang: Lang, expected: &str) {
        let mut known = Lexicon::default();
        known.add(KNOWN);
        let (left, right) = lines.split_once('|').unwrap_or((lines, ""));
        let joined = match decide(left, right, sign, &known, lang) {
            Joint::Space => format!("{left} {right}"),
            Joint::Join { with_hyphen: true, .. } => format!("{left}{right}"),
            Joint::Join { .. } => format!("{}{right}", left.trim_end_matches(['-', '\u{2010}', '\u{ad}'])),
        };
        assert_eq!(joined, expected, "{lines}");
    }

    #[test]
    fn a_hyphen_stays_where_it_belongs_to_the_word() {
        check("våre Nato-|partnere", "våre Nato-partnere");
        check("mot IKT-|kriminalitet", "mot IKT-kriminalitet");
        check("i Nord-|Norge", "i Nord-Norge");
        check("fra 1990-|tallet", "fra 1990-tallet");
        check("offentlig-|privat samarbeid", "offentlig-privat samarbeid");
        check("sivilt-|militært", "sivilt-militært");
        check("det offentlig-|private", "det offentlig-private");
        check("en ikke-|diskriminerende", "en ikke-diskriminerende");
    }

    #[test]
    fn a_hyphen_of_the_line_end_goes() {
        check("sam-|arbeid", "samarbeid");
        check("Betyd-|ningen", "Betydningen");
        check("globale sikkerhets-|utfordringer", "globale sikkerhetsutfordringer");
        check("og klima-|endringer.", "og klimaendringer.");
        check("inter\u{ad}|nasjonal", "internasjonal");
        check("(tele\u{2010}|kommunikasjon)", "(telekommunikasjon)");
    }

    #[test]
    fn a_hyphen_may_wait_for_another_word() {
        check("sikkerhets-|og utenrikspolitikk", "sikkerhets- og utenrikspolitikk");
        check("forsknings- og|utvikling", "forsknings- og utvikling");
        check("et rom –|det digitale", "et rom – det digitale");
        check("og -|ja", "og - ja");
    }

    #[test]
    fn a_lost_hyphen_is_found_by_the_layout_or_the_words() {
        check("sam|arbeid", "samarbeid");
        check("straffesaks|behandling", "straffesaks behandling".replace(' ', "").as_str());
        check("myndighets|organer", "myndighetsorganer");
        check("utenriks|politikk", "utenrikspolitikk");
        check("flerinteressent/|modellen", "flerinteressent/modellen");
        check_with("kjerne|våpen", Sign::Cut, Lang::Nb, "kjernevåpen");
        check_with("propa|gandaen", Sign::Suspect, Lang::Nb, "propagandaen");
    }

    #[test]
    fn two_words_stay_two() {
        check("kjerne|våpen", "kjerne våpen");
        check_with("samarbeid|propa", Sign::Suspect, Lang::Nb, "samarbeid propa");
        check("landenes|sikkerhet", "landenes sikkerhet");
        check("et land|og", "et land og");
        check("andre staters|evne", "andre staters evne");
        check_with("Norge.|Vi", Sign::Cut, Lang::Nb, "Norge. Vi");
        check_with("i|Norge", Sign::Cut, Lang::Nb, "i Norge");
        check_with("the systems|of", Sign::Nothing, Lang::En, "the systems of");
    }
}
