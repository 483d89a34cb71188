//! Nynorsk.

use super::Phrases;

pub(super) const PHRASES: Phrases = Phrases {
    all_documents: "Alle dokumenta",
    start_title: "Norske tryggingsstrategiar",
    start_sentence: "Fem dokument om norsk tryggingspolitikk, i full tekst. Les, søk på tvers og siter.",
    historical: "Historisk dokument",
    government: |name| format!("Regjeringa {name}"),
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
    minutes: |count| if count == 1 { "1 minutt".to_owned() } else { format!("{count} minutt") },
    official_source: "Offisiell utgåve",
    official_edition: |lang| {
        if lang == "en" { "Offisiell engelsk utgåve" } else { "Offisiell norsk utgåve" }
    },
    official_translation: "Offisiell omsetjing.",
    unofficial_translation: |method| format!("Uoffisiell omsetjing: {method}."),
    read_here: "Les på nynorsk",
    languages: ["bokmål", "nynorsk", "engelsk"],

    contents: "Innhald",
    page_short: "s.",
    footnote: |label| format!("Fotnote {label}"),
    sic: |meant| format!("Står slik i originalen. Meint er «{meant}»."),
    paragraph_number: |label| format!("Avsnitt {label}: lenkje og sitering"),
    item_number: |label| format!("Punkt {label}: lenkje og sitering"),
    section_link: |title| format!("Lenkje og sitering: {title}"),
    paragraph_short: |number| format!("avsn. {number}"),
    item_short: |number| format!("punkt {number}"),

    document: "Dokument",
    choose_document: "Vel dokument",
    text_language: "Tekstspråk",
    interface_language: "Menyspråk",
    previous: "Førre",
    next: "Neste",
    section_steps: "Førre og neste del",
    close: "Lukk",
    open_contents: "Innhald",

    settings: "Innstillingar",
    text_size: "Tekststorleik",
    sizes: ["Liten", "Vanleg", "Stor", "Størst"],
    line_length: "Linjelengd",
    measures: ["Kort", "Vanleg", "Lang"],
    spacing: "Linjeavstand",
    spacings: ["Tett", "Vanleg", "Luftig"],
    colours: "Fargar",
    schemes: ["Som systemet", "Lyse", "Mørke", "Høg kontrast"],
    remember: "Hugs på denne eininga",
    remembered: "Vala er lagra i denne nettlesaren.",
    not_remembered: "Vala gjeld til du lukkar sida. Ingenting er lagra.",
    reset: "Nullstill",

    search: "Søk i alle dokumenta",
    hits: "Treff",
    hit_count: |hits, documents| match (hits, documents) {
        (1, _) => "1 treff".to_owned(),
        (_, 1) => format!("{hits} treff i eitt dokument"),
        _ => format!("{hits} treff i {documents} dokument"),
    },
    no_hits: |query| format!("Ingen treff på «{query}»."),
    no_hits_help: "Prøv færre ord, eller berre starten av ordet.",
    more_hits: |count| format!("og {count} til. Skriv fleire ord for å snevre inn."),

    cite: "Siter",
    copy: "Kopier",
    copied: "Kopiert",
    copy_refused: "Nettlesaren lét oss ikkje kopiere. Teksten er merkt: trykk Ctrl+C.",
    reference: "Tilvising",
    read_on: |date| format!("(lesen {date})"),
    unofficial_in_reference: |lang| match lang {
        "nb" => "uoffisiell omsetjing til bokmål",
        "nn" => "uoffisiell omsetjing til nynorsk",
        _ => "uoffisiell engelsk omsetjing",
    },

    broken_link: |what| {
        format!("Lenkja viser til «{what}», som ikkje finst. Du er på den næraste staden vi fann.")
    },
};
