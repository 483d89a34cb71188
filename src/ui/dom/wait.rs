//! What is done a moment later.

use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// What does not happen if this is dropped before.
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

/// The same, whatever happens meanwhile. Boxed, as below: each closure that JavaScript calls costs 0.3 kB of download.
pub fn do_after(milliseconds: i32, callback: Box<dyn FnOnce()>) {
    if let Some(window) = window() {
        let call = Closure::once_into_js(callback);
        let call = call.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call, milliseconds);
    }
}

/// Calls back when the next picture has been painted.
pub fn after_picture(callback: Box<dyn FnOnce()>) {
    if let Some(window) = window() {
        let painting: Box<dyn FnOnce()> = Box::new(|| do_after(0, callback));
        let painting = Closure::once_into_js(painting);
        let _ = window.request_animation_frame(painting.unchecked_ref());
    }
}

impl Drop for Later {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.timer);
        }
    }
}
