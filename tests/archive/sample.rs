//! A library in which nothing is missing.

use strategy_reader::model::{
    Binds, Block, Commitment, Departure, Document, DocumentKind, Edition, Entry, Explanation, Issued, Kind,
    Lang, Library, Mark, Name, NameSort, References, Section, Sort, Span, Standing, Statement, Status,
    Strength, Tags, Term, Text, Vocabulary, Words,
};

/// A library with every sort of value that the model knows.
pub fn small() -> Library {
    let words = || Words { nb: "nb".to_owned(), nn: "nn".to_owned(), en: "en".to_owned() };
    let mark = |start, end, sort| Mark { start, end, sort };
    let marks = vec![
        mark(0, 2, Sort::Strong),
        mark(0, 1, Sort::Emphasis),
        mark(3, 5, Sort::Sic("ord".to_owned())),
        mark(3, 5, Sort::Lang(Lang::En)),
        mark(5, 5, Sort::Note("1".to_owned())),
    ];
    let block = |kind| Block {
        anchor: "a-1".to_owned(),
        kind,
        level: if kind == Kind::Heading { 2 } else { 0 },
        page: Some(17),
        lang: Some(Lang::Nn),
        label: (kind == Kind::Footnote).then(|| "1".to_owned()),
        href: Some("https://example.org".to_owned()),
        text: Text { plain: "Et øre.".to_owned(), marks: marks.clone() },
    };
    let edition = |lang, standing| Edition {
        lang,
        title: "Tittel".to_owned(),
        standing,
        fingerprint: "0".repeat(32),
        blocks: Kind::ALL.map(block).into(),
        sections: vec![Section { heading: 0, start: 0, end: 13, level: 2 }],
        departures: Vec::new(),
    };
    let two = Span { start: 1, end: 3 };
    let departures = vec![Departure { original: two, own: two, reason: Some(words()) }];
    let departing = |edition: Edition| Edition { departures: departures.clone(), ..edition };
    let unofficial =
        Standing::Unofficial { method: words(), official: Some("https://example.org".to_owned()) };
    let tags = Tags {
        themes: vec![1, 0],
        addressed: vec![0],
        names: vec![0, 3],
        statements: Statement::ALL.into_iter().map(Some).chain([None]).collect(),
    };
    let commitment = |words| Commitment {
        block: 3,
        number: 1,
        words,
        strength: Strength::Must,
        binds: Binds::Everyone,
        actor: Some(0),
        named: "øre".to_owned(),
        asks: vec![1],
        themes: vec![0],
        names: vec![3],
    };
    let document = Document {
        id: "a".to_owned(),
        kind: DocumentKind::Report,
        status: Status::Current,
        issued: Issued { year: 2024, day: Some((2, 29)), circa: true, words: Some(words()) },
        publisher: words(),
        government: Some("Prøve".to_owned()),
        source: Some("https://example.org".to_owned()),
        summary: words(),
        editions: vec![edition(Lang::Nb, Standing::Original), departing(edition(Lang::En, unofficial))],
        tags: Kind::ALL.map(|_| tags.clone()).into(),
        commitments: vec![commitment(vec![Span { start: 0, end: 5 }, Span { start: 1, end: 3 }])],
        explained: vec![(2, 0), (12, 0)],
        references: References("en\ttre".to_owned()),
    };
    let other = Document {
        id: "b".to_owned(),
        kind: DocumentKind::WebPage,
        status: Status::Historical,
        issued: Issued { year: 0, day: None, circa: false, words: None },
        government: None,
        source: None,
        editions: vec![edition(Lang::Nn, Standing::Official)],
        commitments: vec![commitment(vec![Span { start: 7, end: 8 }])],
        ..document.clone()
    };
    let entry = |id: &str| Entry { id: id.to_owned(), name: words() };
    let name = |sort| Name { id: "navn".to_owned(), sort, name: words() };
    let ord = || vec!["ord".to_owned()];
    let vocabulary = Vocabulary {
        themes: vec![entry("a"), entry("b")],
        actors: vec![entry("a"), entry("b")],
        kinds: Statement::ALL.map(|kind| entry(kind.word())).into(),
        names: NameSort::ALL.map(name).into(),
        terms: vec![Term { nb: ord(), nn: Vec::new(), en: ord(), parts: ord() }],
        explanations: vec![Explanation { name: words(), words: words() }],
    };
    Library { documents: vec![document, other], vocabulary }
}
