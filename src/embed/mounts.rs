//! What Yew draws into. Yew never lets go of the listeners of a root (`HostHandlers::add_listener` in 0.23), nor of what they hold: 14
//! listeners, 168 nodes and 2.4 kB for each reader that was removed. So the roots of a reader that is gone wait for the next one, and there
//! are never more of them than there were readers at once.

use crate::ui::{App, Host, Text};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};
use yew::prelude::*;

thread_local! {
    static WAITING: RefCell<Vec<Mount>> = const { RefCell::new(Vec::new()) };
    /// How many there are, waiting or not.
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

/// A root for the frame, and an element for text that did not come with the page.
pub struct Mount {
    frame: Element,
    pub drawn: Element,
    /// From 1 on, by which landmarks are told apart.
    pub number: usize,
    app: Option<yew::AppHandle<Root>>,
}

impl Mount {
    /// One that waits, or a new one.
    pub fn take(document: &Document) -> Result<Self, JsValue> {
        let waiting = WAITING.with_borrow_mut(|waiting| {
            let first = (0..waiting.len()).min_by_key(|at| waiting[*at].number)?;
            Some(waiting.swap_remove(first))
        });
        if let Some(waiting) = waiting {
            return Ok(waiting);
        }
        let root = |class: &str| -> Result<Element, JsValue> {
            let root = document.create_element("div")?;
            root.set_class_name(class);
            Ok(root)
        };
        let (frame, drawn) = (root("sr-root")?, root("sr-drawn")?);
        let number = COUNT.get() + 1;
        COUNT.set(number);
        Ok(Mount { frame, drawn, number, app: None })
    }

    /// Draws a reader into `mount` and its element.
    pub fn fill(&mut self, mount: &Element, host: Rc<Host>) -> Result<(), JsValue> {
        host.element.append_child(&self.drawn)?;
        mount.append_child(&self.frame)?;
        let props = RootProps { host: Some(host) };
        match &mut self.app {
            Some(app) => app.update(props),
            None => {
                let root = yew::Renderer::<Root>::with_root_and_props(self.frame.clone(), props);
                self.app = Some(root.render());
            }
        }
        Ok(())
    }

    /// Takes the reader down, and waits for the next one.
    pub fn leave(mut self) {
        self.frame.remove();
        self.drawn.remove();
        if let Some(app) = &mut self.app {
            app.update(RootProps { host: None });
        }
        WAITING.with_borrow_mut(|waiting| waiting.push(self));
    }
}

#[derive(Clone, Properties)]
struct RootProps {
    host: Option<Rc<Host>>,
}

impl PartialEq for RootProps {
    fn eq(&self, other: &Self) -> bool {
        match (&self.host, &other.host) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

/// The reader of a host, or nothing while there is none.
#[component]
fn Root(props: &RootProps) -> Html {
    // Another host is another reader. It cannot lie where one lies that is still drawn.
    let number = |host: &Rc<Host>| Rc::as_ptr(host) as usize;
    let frame = props.host.as_ref().map(|host| html! { <App key={number(host)} host={host.clone()} /> });
    let text = props.host.as_ref().map(|host| html! { <Text key={number(host)} host={host.clone()} /> });
    // Both have the same key, so the text, which Yew draws nothing of, lies in a list.
    html! { <>{ frame.unwrap_or_default() }<>{ text.unwrap_or_default() }</></> }
}
