//! How a word of nynorsk may be spelled in bokmål.

/// Letters of nynorsk and those that bokmål has in their place, in the order in which they are tried.
const LETTERS: [(&str, &str); 51] = [
    ("born", "barn"),
    ("brot", "brudd"),
    ("føreset", "forutset"),
    ("mogleg", "mulig"),
    ("rettar", "rettigheter"),
    ("verksemd", "virksomhet"),
    ("semd", "somhet"),
    ("leik", "het"),
    ("dom", "het"),
    ("heit", "het"),
    ("leg", "lig"),
    ("nad", "ning"),
    ("sking", "skning"),
    ("ending", "endelse"),
    ("øving", "øvelse"),
    ("øysing", "øsning"),
    ("omsyn", "hensyn"),
    ("åtak", "angrep"),
    ("framand", "fremmed"),
    ("fram", "frem"),
    ("saman", "sammen"),
    ("sjølv", "selv"),
    ("sjuk", "syk"),
    ("hovud", "hoved"),
    ("utan", "uten"),
    ("innan", "innen"),
    ("tenest", "tjenest"),
    ("einskild", "enkelt"),
    ("naud", "nød"),
    ("verk", "virk"),
    ("skule", "skole"),
    ("vatn", "vann"),
    ("heim", "hjem"),
    ("aust", "øst"),
    ("høg", "høy"),
    ("låg", "lav"),
    ("veg", "vei"),
    ("ynsk", "ønsk"),
    ("leia", "lede"),
    ("eig", "ei"),
    ("ein", "en"),
    ("au", "ø"),
    ("øy", "ø"),
    ("kv", "hv"),
    ("ggj", "gg"),
    ("kkj", "kk"),
    ("kj", "k"),
    ("gj", "g"),
    ("føre", "fore"),
    ("trug", "tru"),
    ("ei", "e"),
];

/// Enough for a word in which four of them occur.
const MOST: usize = 16;

/// The spellings in bokmål that a folded word may have, whether there are such words or not.
pub fn nynorsk(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    for (from, to) in LETTERS {
        for at in 0..found.len() {
            if found.len() < MOST && found[at].contains(from) {
                let other = found[at].replacen(from, to, 1);
                found.push(other);
            }
        }
    }
    found.remove(0);
    found
}
