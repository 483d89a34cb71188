//! The one entry on the device, there only after a person has asked to be remembered.

use crate::state::{Settings, View};
use web_sys::Storage;

const ENTRY: &str = "strategy-reader";

/// The storage, unless the browser refuses it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The settings that were kept, if any were.
pub fn load() -> Option<Settings> {
    let kept = storage()?.get_item(ENTRY).ok().flatten()?;
    Some(Settings::from_stored(&kept))
}

/// Keeps the settings of a view, or takes the entry away.
pub fn save(view: &View) {
    let Some(storage) = storage() else { return };
    let _ = match view.remembered {
        true => storage.set_item(ENTRY, &view.settings.to_stored()),
        false => storage.remove_item(ENTRY),
    };
}
