//! English.

use super::Phrases;

pub(super) const PHRASES: Phrases = Phrases {
    all_documents: "All documents",
    start_title: "Norwegian security strategies",
    start_sentence: "Five documents on Norwegian security policy, in full. Read them, search across them, cite them.",
    historical: "Historical document",
    government: |name| format!("{name} Government"),
    undated: "undated",
    circa: |year| format!("about {year}"),
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    date_form: |day, month, year| format!("{day} {month} {year}"),
    minutes: |count| if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") },
    official_source: "Official edition",
    official_edition: |lang| {
        if lang == "en" { "Official English edition" } else { "Official Norwegian edition" }
    },
    official_translation: "Official translation.",
    unofficial_translation: |method| format!("Unofficial translation: {method}."),
    read_here: "Read in English",
    languages: ["Norwegian (bokmål)", "Norwegian (nynorsk)", "English"],

    contents: "Contents",
    page_short: "p.",
    footnote: |label| format!("Footnote {label}"),
    sic: |meant| format!("Printed like this in the original. Meant is “{meant}”."),
    paragraph_number: |label| format!("Paragraph {label}: link and citation"),
    item_number: |label| format!("Item {label}: link and citation"),
    section_link: |title| format!("Link and citation: {title}"),
    paragraph_short: |number| format!("para. {number}"),
    item_short: |number| format!("item {number}"),

    document: "Document",
    choose_document: "Choose a document",
    text_language: "Text language",
    interface_language: "Menu language",
    previous: "Previous",
    next: "Next",
    section_steps: "Previous and next section",
    close: "Close",
    open_contents: "Contents",

    settings: "Settings",
    text_size: "Text size",
    sizes: ["Small", "Normal", "Large", "Largest"],
    line_length: "Line length",
    measures: ["Short", "Normal", "Long"],
    spacing: "Line spacing",
    spacings: ["Tight", "Normal", "Loose"],
    colours: "Colours",
    schemes: ["As the system", "Light", "Dark", "High contrast"],
    remember: "Remember on this device",
    remembered: "Your choices are stored in this browser.",
    not_remembered: "Your choices last until you close the page. Nothing is stored.",
    reset: "Reset",

    search: "Search all documents",
    hits: "Hits",
    hit_count: |hits, documents| match (hits, documents) {
        (1, _) => "1 hit".to_owned(),
        (_, 1) => format!("{hits} hits in one document"),
        _ => format!("{hits} hits in {documents} documents"),
    },
    no_hits: |query| format!("No hits for “{query}”."),
    no_hits_help: "Try fewer words, or only the beginning of the word.",
    more_hits: |count| format!("and {count} more. Type more words to narrow the search."),

    cite: "Cite",
    copy: "Copy",
    copied: "Copied",
    copy_refused: "The browser did not let us copy. The text is selected: press Ctrl+C.",
    reference: "Reference",
    read_on: |date| format!("(read {date})"),
    unofficial_in_reference: |lang| match lang {
        "nb" => "unofficial translation into Norwegian bokmål",
        "nn" => "unofficial translation into Norwegian nynorsk",
        _ => "unofficial English translation",
    },

    broken_link: |what| {
        format!("The link points to “{what}”, which does not exist. This is the nearest place we found.")
    },
};
