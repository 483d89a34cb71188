//! The braces that end a block: `{#anchor .kind key=value}`.

use super::Fault;
use crate::model::{Kind, Lang, is_address};
use std::collections::BTreeMap;

/// What the braces say. Keys are checked, but not yet whether they belong on this block.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Attributes {
    pub anchor: String,
    pub kind: Option<Kind>,
    pub page: Option<u16>,
    pub lang: Option<Lang>,
    pub href: Option<String>,
    /// In a translation: the block whose translation this one goes on with.
    pub continues: Option<String>,
    /// In a translation: the blocks of the original whose words it has besides its own.
    pub joins: Vec<String>,
}

/// Takes the braces off every line that ends with them. They become spaces, so that the places of all other
/// characters stay as they are. Lines are counted from 1.
pub(super) fn take(text: &str) -> (String, BTreeMap<usize, String>) {
    let mut bare = String::with_capacity(text.len());
    let mut found = BTreeMap::new();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let content = line.trim_end();
        match content.rfind("{#").filter(|_| content.ends_with('}')) {
            Some(start) => {
                found.insert(index + 1, content[start + 1..content.len() - 1].to_owned());
                bare.push_str(&line[..start]);
                bare.extend(std::iter::repeat_n(' ', content.len() - start));
                bare.push_str(&line[content.len()..]);
            }
            None => bare.push_str(line),
        }
    }
    (bare, found)
}

/// Reads what stood between the braces; every fault is handed to `report`.
pub(super) fn read(text: &str, mut report: impl FnMut(Fault)) -> Attributes {
    let mut attributes = Attributes::default();
    let mut words = text.split_whitespace();
    match words.next().and_then(|word| word.strip_prefix('#')) {
        Some(anchor) if !anchor.is_empty() => attributes.anchor = anchor.to_owned(),
        _ => report(Fault::NoAnchor),
    }
    for word in words {
        if let Some(name) = word.strip_prefix('.') {
            match Kind::ALL.into_iter().find(|kind| kind.name() == name && is_written(*kind)) {
                Some(kind) => attributes.kind = Some(kind),
                None => report(Fault::UnknownKind(name.to_owned())),
            }
        } else if let Some((key, value)) = word.split_once('=') {
            let value = value.trim_matches('"');
            match key {
                "page" => match value.parse() {
                    Ok(page) if page > 0 => attributes.page = Some(page),
                    _ => report(Fault::BadPage(value.to_owned())),
                },
                "lang" => match Lang::ALL.into_iter().find(|lang| lang.code() == value) {
                    Some(lang) => attributes.lang = Some(lang),
                    None => report(Fault::BadLang(value.to_owned())),
                },
                "href" if is_address(value) => attributes.href = Some(value.to_owned()),
                "href" => report(Fault::BadAddress(value.to_owned())),
                "continues" => attributes.continues = Some(value.to_owned()),
                "joins" => attributes.joins = value.split(',').map(str::to_owned).collect(),
                _ => report(Fault::UnknownKey(key.to_owned())),
            }
        } else {
            report(Fault::Attributes(text.to_owned()));
        }
    }
    attributes
}

/// Whether a kind is written as a class; the others follow from the Markdown.
fn is_written(kind: Kind) -> bool {
    !matches!(kind, Kind::Heading | Kind::ListItem | Kind::Footnote | Kind::Paragraph)
}
