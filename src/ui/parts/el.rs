//! Elements put together by calls. What the macro writes for one element is several times as long, so lists, menus and
//! tables, which have many kinds of elements, are made of these.

use crate::model::Lang;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Listener, VTag, VText};

/// An element that is being put together.
pub struct El(Box<VTag>);

#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let el = El(Box::new(VTag::new(tag)));
    if class.is_empty() { el } else { el.with("class", class) }
}

impl El {
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// The same with words that are made.
    #[inline(never)]
    pub fn with_made(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    pub fn lang(self, lang: Lang) -> Self {
        self.with("lang", lang.code())
    }

    #[inline(never)]
    pub fn text(self, words: &str) -> Self {
        self.child(VText::new(words.to_owned()).into())
    }

    #[inline(never)]
    pub fn child(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    #[inline(never)]
    pub fn children(mut self, children: Vec<Html>) -> Self {
        self.0.add_children(children);
        self
    }

    /// The same where there may be none. Its place is kept, so that those behind it are known again when it comes or goes.
    pub fn child_if(self, child: Option<Html>) -> Self {
        self.child(child.unwrap_or_default())
    }

    /// Whether what the element opens is open.
    pub fn expanded(self, expanded: bool) -> Self {
        self.with("aria-expanded", if expanded { "true" } else { "false" })
    }

    #[inline(never)]
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    #[inline(never)]
    pub fn value(mut self, value: AttrValue) -> Self {
        self.0.set_value(value);
        self
    }

    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    #[inline(never)]
    pub fn on_click(self, pressed: Callback<MouseEvent>) -> Self {
        self.on(Rc::new(yew::html::onclick::Wrapper::new(pressed)))
    }

    #[inline(never)]
    pub fn on_key(self, pressed: Callback<KeyboardEvent>) -> Self {
        self.on(Rc::new(yew::html::onkeydown::Wrapper::new(pressed)))
    }

    #[inline(never)]
    pub fn on(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.add_listener(listener);
        self
    }

    #[inline(never)]
    pub fn html(self) -> Html {
        (*self.0).into()
    }
}
