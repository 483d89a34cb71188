//! What is said of a file of documents that cannot be shown. Apart from the other phrases, since they travel with what
//! opens such files.

use super::Lang;

pub struct FilePhrases {
    /// No answer, or one that broke off: the network, the server, or a policy that forbids asking.
    pub network: &'static str,
    pub slow: &'static str,
    pub missing: &'static str,
    /// A web page instead.
    pub page: &'static str,
    /// Something else instead.
    pub foreign: &'static str,
    pub version: &'static str,
    pub cut: &'static str,
    pub damaged: &'static str,
    pub large: &'static str,
}

/// The phrases in a language.
pub fn file_phrases(lang: Lang) -> &'static FilePhrases {
    match lang {
        Lang::Nb => &NB,
        Lang::Nn => &NN,
        Lang::En => &EN,
    }
}

const NB: FilePhrases = FilePhrases {
    network: "Noen av dokumentene lot seg ikke hente. Sjekk nettforbindelsen.",
    slow: "Noen av dokumentene er ikke kommet fram ennå.",
    missing: "Noen av dokumentene finnes ikke der siden leter etter dem.",
    page: "I stedet for noen av dokumentene kom det en nettside.",
    foreign: "I stedet for noen av dokumentene kom det en annen slags fil.",
    version: "Noen av dokumentene er laget for en annen utgave av leseren.",
    cut: "Noen av dokumentene kom bare delvis fram.",
    damaged: "Noen av dokumentene er skadet og kan ikke vises.",
    large: "Noen av dokumentene er for store til å vises her.",
};

const NN: FilePhrases = FilePhrases {
    network: "Nokre av dokumenta lét seg ikkje hente. Sjekk nettsambandet.",
    slow: "Nokre av dokumenta er ikkje komne fram enno.",
    missing: "Nokre av dokumenta finst ikkje der sida leitar etter dei.",
    page: "I staden for nokre av dokumenta kom det ei nettside.",
    foreign: "I staden for nokre av dokumenta kom det ei anna slags fil.",
    version: "Nokre av dokumenta er laga for ei anna utgåve av lesaren.",
    cut: "Nokre av dokumenta kom berre delvis fram.",
    damaged: "Nokre av dokumenta er skadde og kan ikkje visast.",
    large: "Nokre av dokumenta er for store til å visast her.",
};

const EN: FilePhrases = FilePhrases {
    network: "Some of the documents could not be fetched. Check the network connection.",
    slow: "Some of the documents have not arrived yet.",
    missing: "Some of the documents are not where this page looks for them.",
    page: "A web page came instead of some of the documents.",
    foreign: "Another kind of file came instead of some of the documents.",
    version: "Some of the documents are made for another version of the reader.",
    cut: "Some of the documents arrived only in part.",
    damaged: "Some of the documents are damaged and cannot be shown.",
    large: "Some of the documents are too large to be shown here.",
};
