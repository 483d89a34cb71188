//! What two languages must say alike: each aspect turns words into values that are the same whatever the language.

use strategy_reader::model::Lang;
use strategy_reader::text::words;

/// An aspect and how it is read off a text.
pub struct Aspect {
    /// Its name in `accepted.tsv`.
    pub name: &'static str,
    pub values: fn(&str, Lang) -> Vec<String>,
    /// Whether it is held against the sentence of the same number, where both have equally many: two that have changed
    /// places say something else.
    pub by_sentence: bool,
}

pub const ASPECTS: [Aspect; 4] = [
    Aspect { name: "numbers", values: numbers, by_sentence: false },
    Aspect { name: "dates", values: dates, by_sentence: false },
    Aspect { name: "abbreviations", values: abbreviations, by_sentence: false },
    Aspect { name: "modals", values: modals, by_sentence: true },
];

/// Words for the same number. Only those that count something: `en`, `andre` and `one`, `second` mostly do not.
const NUMBERS: [(&str, &[&str], &[&str]); 25] = [
    ("2", &["to", "begge", "både"], &["two", "both"]),
    ("3", &["tre"], &["three"]),
    ("4", &["fire"], &["four"]),
    ("5", &["fem"], &["five"]),
    ("6", &["seks"], &["six"]),
    ("7", &["sju", "syv"], &["seven"]),
    ("8", &["åtte"], &["eight"]),
    ("9", &["ni"], &["nine"]),
    ("10", &["ti"], &["ten"]),
    ("11", &["elleve"], &["eleven"]),
    ("12", &["tolv"], &["twelve"]),
    ("20", &["tjue"], &["twenty"]),
    ("30", &["tretti"], &["thirty"]),
    ("50", &["femti"], &["fifty"]),
    ("hundred", &["hundre"], &["hundred"]),
    ("thousand", &["tusen"], &["thousand"]),
    ("million", &["million", "millioner", "mill"], &["million", "millions"]),
    ("billion", &["milliard", "milliarder", "mrd"], &["billion", "billions"]),
    ("half", &["halv", "halve", "halvparten"], &["half"]),
    ("first", &["første"], &["first"]),
    ("third", &["tredje"], &["third"]),
    ("fourth", &["fjerde"], &["fourth"]),
    ("fifth", &["femte"], &["fifth"]),
    ("per cent", &["prosent"], &["cent", "percent"]),
    ("decade", &["tiår", "tiårene", "tiåret"], &["decade", "decades"]),
];

fn numbers(text: &str, lang: Lang) -> Vec<String> {
    let mut found = digits(text, lang);
    let spoken = lower(text).into_iter().filter_map(|word| {
        let entry = NUMBERS.iter().find(|(_, nb, en)| pick(lang, nb, en).contains(&word.as_str()));
        entry.map(|(value, ..)| (*value).to_owned())
    });
    found.extend(spoken);
    found
}

/// Numbers in digits, without what groups them: `31 000` and `31,000`; with a point where a fraction begins.
fn digits(text: &str, lang: Lang) -> Vec<String> {
    let (group, point) = if lang == Lang::En { (',', '.') } else { (' ', ',') };
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let mut number = take_digits(&mut rest).to_owned();
        while let Some(tail) = rest.strip_prefix([group, '\u{a0}']) {
            let three = tail.bytes().take_while(u8::is_ascii_digit).count() == 3;
            if !three || number.len() > 3 && !number.len().is_multiple_of(3) && found.is_empty() {
                break;
            }
            rest = tail;
            number.push_str(take_digits(&mut rest));
        }
        if let Some(tail) =
            rest.strip_prefix(point).filter(|tail| tail.starts_with(|c: char| c.is_ascii_digit()))
        {
            rest = tail;
            number = format!("{number}.{}", take_digits(&mut rest));
        }
        found.push(number);
    }
    found
}

fn take_digits<'a>(rest: &mut &'a str) -> &'a str {
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, tail) = rest.split_at(end);
    *rest = tail;
    digits
}

const MONTHS: [(&str, &str); 12] = [
    ("januar", "January"),
    ("februar", "February"),
    ("mars", "March"),
    ("april", "April"),
    ("mai", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("august", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("desember", "December"),
];

/// Days and months as `5-8`, months alone as `5`. A month stands beside a number: `May` is a verb otherwise.
fn dates(text: &str, lang: Lang) -> Vec<String> {
    let all: Vec<&str> = words(text).map(|range| &text[range]).collect();
    let number = |at: Option<usize>| at.and_then(|at| all.get(at)).and_then(|word| word.parse::<u16>().ok());
    let mut found = Vec::new();
    for (at, word) in all.iter().enumerate() {
        let month = MONTHS.iter().position(|(nb, en)| if lang == Lang::En { en == word } else { nb == word });
        let Some(month) = month.map(|month| month + 1) else { continue };
        let (before, after) = (number(at.checked_sub(1)), number(Some(at + 1)));
        match before.filter(|day| *day < 32) {
            Some(day) => found.push(format!("{month}-{day}")),
            None if before.or(after).is_some() => found.push(month.to_string()),
            None => {}
        }
    }
    found
}

/// Abbreviations that differ. The others are the same in both languages; those of names are compared as names.
const ABBREVIATIONS: [(&str, &str); 3] = [("IKT", "ICT"), ("KI", "AI"), ("kroner", "NOK")];

/// Two capitals or more, each abbreviation once, in its Norwegian form. A plural or a genitive has an -s.
fn abbreviations(text: &str, lang: Lang) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for range in words(text) {
        let word = &text[range];
        let bare = word.strip_suffix('s').unwrap_or(word);
        let known = ABBREVIATIONS.iter().find(|(nb, en)| bare == if lang == Lang::En { *en } else { *nb });
        let capitals = bare.chars().filter(|c| c.is_uppercase()).count();
        let is_short = capitals > 1 && !bare.chars().any(char::is_lowercase);
        let value = known.map_or(bare, |(nb, _)| nb);
        if (is_short || known.is_some()) && !found.iter().any(|other| other == value) {
            found.push(value.to_owned());
        }
    }
    found
}

/// How strongly something is said: verbs of one word, and of two.
const MODALS: [(&str, &[&str], &[&str]); 4] = [
    ("shall", &["skal", "vil", "skulle", "ville"], &["shall", "will", "would", "are to", "is to"]),
    ("must", &["må", "måtte"], &["must", "have to", "has to", "had to", "having to"]),
    ("should", &["bør", "burde"], &["should", "ought"]),
    ("can", &["kan", "kunne"], &["can", "cannot", "may", "might", "could", "able to"]),
];

fn modals(text: &str, lang: Lang) -> Vec<String> {
    let all = lower(text);
    let mut found = Vec::new();
    for (at, word) in all.iter().enumerate() {
        // As in “are to a large extent”.
        let is_degree = all.get(at + 2).is_some_and(|third| third == "a");
        let two = all.get(at + 1).filter(|_| !is_degree).map(|next| format!("{word} {next}"));
        let entry = MODALS.iter().find(|(_, nb, en)| {
            let forms = pick(lang, nb, en);
            forms.contains(&word.as_str()) || two.as_ref().is_some_and(|two| forms.contains(&two.as_str()))
        });
        found.extend(entry.map(|(strength, ..)| (*strength).to_owned()));
    }
    found
}

fn pick<'a>(lang: Lang, nb: &'a [&'a str], en: &'a [&'a str]) -> &'a [&'a str] {
    if lang == Lang::En { en } else { nb }
}

fn lower(text: &str) -> Vec<String> {
    words(text).map(|range| text[range].to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{ASPECTS, Lang};

    #[track_caller]
    fn check(aspect: &str, nb: &str, en: &str, expected: &[&str]) {
        let Some(aspect) = ASPECTS.iter().find(|one| one.name == aspect) else { panic!("no {aspect}") };
        assert_eq!((aspect.values)(nb, Lang::Nb), expected, "{nb}");
        assert_eq!((aspect.values)(en, Lang::En), expected, "{en}");
    }

    #[test]
    fn numbers_are_the_same_in_digits_and_words() {
        check("numbers", "31 000 av 2,5 mrd.", "31,000 of 2.5 billion", &["31000", "2.5", "billion"]);
        check(
            "numbers",
            "I 2014–2015, 12. mars 2020",
            "In 2014–2015, 12 March 2020",
            &["2014", "2015", "12", "2020"],
        );
        check("numbers", "både to og tre", "both two and three", &["2", "2", "3"]);
        check("numbers", "side 17 2025", "page 17 2025", &["17", "2025"]);
        check("numbers", "F-35 og B-52H", "F-35 and B-52H", &["35", "52"]);
    }

    #[test]
    fn months_are_told_from_verbs() {
        check("dates", "Oslo, 8. mai 2025", "Oslo, 8 May 2025", &["5-8"]);
        check("dates", "I mars 2020", "In March 2020", &["3"]);
        check("dates", "Dette kan skje.", "This May happen.", &[]);
    }

    #[test]
    fn abbreviations_have_one_form() {
        check("abbreviations", "IKT i PST med KI", "ICT in PST with AI", &["IKT", "PST", "KI"]);
        check("abbreviations", "5 mill. kroner", "NOK 5 million", &["kroner"]);
        check("abbreviations", "EU og EU, CERTs", "EU and EU, CERTs", &["EU", "CERT"]);
    }

    #[test]
    fn modals_keep_their_strength() {
        check(
            "modals",
            "Vi skal, må, bør og kan.",
            "We will, must, should and can.",
            &["shall", "must", "should", "can"],
        );
        check("modals", "Det måtte de.", "They had to do it.", &["must"]);
        check("modals", "for å kunne", "to be able to", &["can"]);
        check("modals", "De skal være i stor grad.", "They are to be to a large extent.", &["shall"]);
        check("modals", "De er i stor grad like.", "They are to a large extent alike.", &[]);
    }
}
