//! Queries of every sort, for measuring time. What should be found is judged elsewhere.

pub const GROUPS: [(&str, &[&str]); 12] = [
    ("word", &["beredskap", "sikkerhet", "terrorisme", "deterrence", "security", "Norge"]),
    ("form", &["trusselen", "sårbarhetene", "avtaler", "vulnerability", "societies"]),
    ("part", &["ubåt", "mekling", "havn", "krise", "evne", "politikk"]),
    ("typo", &["Ukriana", "sikkehet", "menneskeretigheter", "soverignty", "vulnerabilties"]),
    ("letters", &["nordomraadene", "okonomi", "saarbarheter", "naeringsliv"]),
    (
        "phrase",
        &["\"alliert fellesskap\"", "«det digitale rom»", "\"the rule of law\"", "\"sikkerhet nasjonal\""],
    ),
    ("abbreviation", &["NIS", "ITU", "IKT", "EU", "UN"]),
    ("name", &["Russland", "Nansen-programmet", "Council of Europe", "Kina"]),
    (
        "question",
        &[
            "Hva gjør Norge for å støtte Ukraina?",
            "Hvordan skal Norge beskytte kritisk infrastruktur mot sabotasje og digitale angrep?",
            "What is the role of international law in cyberspace?",
            "How does Norway work against terrorism and violent extremism in fragile states?",
        ],
    ),
    (
        "other language",
        &["submarine", "the High North", "hvitbok", "tryggleik", "utanrikspolitikk", "samfunnstryggleik"],
    ),
    ("nonsense", &["qwertyzxcv", "blåbærsyltetøy oppskrift", "how to train a dragon"]),
    ("minus", &["Nato -Russland", "cyber -sikkerhet", "trusler -\"digitale trusler\""]),
];
