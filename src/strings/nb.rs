//! Bokmål.

use super::Phrases;

pub(super) const PHRASES: Phrases = Phrases {
    all_documents: "Alle dokumentene",
    start_title: "Norske sikkerhetsstrategier",
    start_sentence: "Fem dokumenter om norsk sikkerhetspolitikk, i full tekst. Les, søk på tvers og siter.",
    historical: "Historisk dokument",
    government: |name| format!("Regjeringen {name}"),
    undated: "udatert",
    circa: |year| format!("ca. {year}"),
    months: [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    date_form: |day, month, year| format!("{day}. {month} {year}"),
    minutes: |count| if count == 1 { "1 minutt".to_owned() } else { format!("{count} minutter") },
    official_source: "Offisiell utgave",
    official_translation: "Offisiell oversettelse.",
    unofficial_translation: |method| format!("Uoffisiell oversettelse: {method}."),
    read_here: "Les på bokmål",
    languages: ["bokmål", "nynorsk", "engelsk"],

    contents: "Innhold",
    page_short: "s.",
    footnote: |label| format!("Fotnote {label}"),
    sic: |meant| format!("Står slik i originalen. Ment er «{meant}»."),
    paragraph_number: |label| format!("Avsnitt {label}: lenke og sitering"),
    item_number: |label| format!("Punkt {label}: lenke og sitering"),
    section_link: |title| format!("Lenke og sitering: {title}"),
    paragraph_short: |number| format!("avsn. {number}"),
    item_short: |number| format!("punkt {number}"),

    document: "Dokument",
    choose_document: "Velg dokument",
    text_language: "Tekstspråk",
    interface_language: "Menyspråk",
    previous: "Forrige",
    next: "Neste",
    section_steps: "Forrige og neste del",
    settings: "Dokument og språk",
    close: "Lukk",
    open_contents: "Innhold",

    search: "Søk i alle dokumentene",
    hits: "Treff",
    hit_count: |hits, documents| match (hits, documents) {
        (1, _) => "1 treff".to_owned(),
        (_, 1) => format!("{hits} treff i ett dokument"),
        _ => format!("{hits} treff i {documents} dokumenter"),
    },
    no_hits: |query| format!("Ingen treff på «{query}»."),
    no_hits_help: "Prøv færre ord, eller bare begynnelsen av ordet.",
    more_hits: |count| format!("og {count} til. Skriv flere ord for å snevre inn."),

    cite: "Siter",
    copy: "Kopier",
    copied: "Kopiert",
    copy_refused: "Nettleseren lot oss ikke kopiere. Teksten er merket: trykk Ctrl+C.",
    reference: "Henvisning",
    read_on: |date| format!("(lest {date})"),
    unofficial_in_reference: |lang| match lang {
        "nb" => "uoffisiell oversettelse til bokmål",
        "nn" => "uoffisiell oversettelse til nynorsk",
        _ => "uoffisiell engelsk oversettelse",
    },

    broken_link: |what| {
        format!("Lenken viser til «{what}», som ikke finnes. Du er på det nærmeste stedet vi fant.")
    },
};
