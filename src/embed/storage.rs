//! The one entry on the device, there only after a person has asked to be remembered.

use web_sys::Storage;

const ENTRY: &str = "strategy-reader";

/// The storage, unless the browser refuses it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What was kept, if anything was.
pub fn load() -> Option<String> {
    storage()?.get_item(ENTRY).ok().flatten()
}

/// Keeps something instead of what was kept before, or takes the entry away; says whether it is so now.
pub fn save(kept: Option<&str>) -> bool {
    let done = storage().is_some_and(|storage| {
        let done = match kept {
            Some(kept) => storage.set_item(ENTRY, kept),
            None => storage.remove_item(ENTRY),
        };
        done.is_ok()
    });
    done || kept.is_none()
}
