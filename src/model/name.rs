//! What may be a name in addresses, and what an address: all that ever becomes part of a link has passed here.

/// `a-z`, `0-9` and single hyphens, a letter first.
pub fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// A name of at most 48 characters.
pub fn is_anchor(anchor: &str) -> bool {
    is_name(anchor) && anchor.len() <= 48
}

/// An address of the web, by the secure protocol only.
pub fn is_address(address: &str) -> bool {
    address.strip_prefix("https://").is_some_and(|rest| !rest.is_empty())
        && !address.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>'))
}
