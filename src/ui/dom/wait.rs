//! What is done a moment later, if nothing comes between.

use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Does not happen if it is dropped before.
pub struct Later {
    timer: i32,
    _closure: Closure<dyn FnMut()>,
}

/// Calls back after so many milliseconds.
pub fn after(milliseconds: i32, callback: impl Fn() + 'static) -> Later {
    let closure = Closure::<dyn FnMut()>::new(callback);
    let call = closure.as_ref().unchecked_ref();
    let timer = window().and_then(|window| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(call, milliseconds).ok()
    });
    Later { timer: timer.unwrap_or_default(), _closure: closure }
}

impl Drop for Later {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.timer);
        }
    }
}
