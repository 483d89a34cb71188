//! What is done a moment later.

use super::window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// What is done when nothing has come in between for a while, at most a second.
#[derive(Default)]
pub struct Rest(Rc<Asked>);

#[derive(Default)]
struct Asked {
    task: Cell<Option<Box<dyn FnOnce()>>>,
    /// When to do it, in milliseconds; a clock that rings before is set again, which costs less than one for every key.
    due: Cell<f64>,
    is_clock_set: Cell<bool>,
}

impl Rest {
    /// Calls back after so many milliseconds, unless this is dropped or asked for something else before.
    pub fn ask(&self, milliseconds: i32, task: Box<dyn FnOnce()>) {
        self.0.task.set(Some(task));
        self.0.due.set(js_sys::Date::now() + f64::from(milliseconds));
        if !self.0.is_clock_set.replace(true) {
            wait(self.0.clone(), milliseconds);
        }
    }
}

impl Drop for Rest {
    fn drop(&mut self) {
        self.0.task.take();
    }
}

fn wait(asked: Rc<Asked>, milliseconds: i32) {
    let ring = move || {
        let left = (asked.due.get() - js_sys::Date::now()) as i32;
        // More than that is left only where somebody has set the clock of the machine back.
        if (1..=1000).contains(&left) {
            wait(asked, left);
        } else {
            asked.is_clock_set.set(false);
            if let Some(task) = asked.task.take() {
                task();
            }
        }
    };
    do_after(milliseconds, Box::new(ring));
}

/// Calls back after so many milliseconds, whatever happens meanwhile. Boxed, as below: each closure that JavaScript calls costs 0.3 kB of download.
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
