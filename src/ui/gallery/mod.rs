//! The page of parts: every part of the interface in every state, drawn by the parts themselves. For development and for
//! the end-to-end tests; no release has it.

mod shelves;

use super::parts::{MenuItem, Order, segments};
use crate::model::Lang;
use crate::strings::{citing, finding, phrases};
use yew::prelude::*;

/// What was pressed on the page, so that every part shows what it does.
#[derive(Clone, PartialEq)]
struct Tried {
    scheme: usize,
    lang: usize,
    ticked: Vec<usize>,
    tab: usize,
    sorted: Option<(usize, bool)>,
    segment: usize,
    told: u32,
}

impl Tried {
    /// The same, with something changed.
    fn with(&self, change: impl FnOnce(&mut Tried)) -> Tried {
        let mut tried = self.clone();
        change(&mut tried);
        tried
    }

    fn tick(&mut self, index: usize) {
        match self.ticked.iter().position(|ticked| *ticked == index) {
            Some(place) => drop(self.ticked.remove(place)),
            None => self.ticked.push(index),
        }
    }

    fn order(&self) -> Option<(usize, Order)> {
        self.sorted.map(|(column, falls)| (column, if falls { Order::Falling } else { Order::Rising }))
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the colours are chosen on.
    pub element: web_sys::Element,
}

#[component]
pub fn Gallery(props: &Props) -> Html {
    let first = || Tried { scheme: 0, lang: 0, ticked: vec![1], tab: 0, sorted: None, segment: 1, told: 0 };
    let tried = use_state(first);
    let dialog = use_node_ref();
    let lang = Lang::ALL[tried.lang];
    let phrases = phrases(lang);
    let scheme = ["auto", "light", "dark", "contrast"][tried.scheme];
    let _ = props.element.set_attribute("data-color-scheme", scheme);
    let change = |change: fn(&mut Tried, usize)| {
        let tried = tried.clone();
        Callback::from(move |index: usize| tried.set(tried.with(|tried| change(tried, index))))
    };
    let (schemes, langs) =
        (change(|tried, index| tried.scheme = index), change(|tried, index| tried.lang = index));
    let shelf = shelves::Shelf {
        phrases,
        finding: finding(lang),
        citing: citing(lang),
        tried: &tried,
        change: &change,
        dialog: &dialog,
    };
    html! {
        <div class="sr-frame sr-gallery" lang={lang.code()}>
            <h1 lang="en">{ "Parts of the interface" }</h1>
            <header class="sr-gallery-head">
                { segments(phrases.colours, &phrases.schemes, tried.scheme, schemes) }
                { segments(phrases.interface_language, &phrases.languages, tried.lang, langs) }
            </header>
            { shelf.all() }
        </div>
    }
}

fn items(ticked: &[usize]) -> Vec<MenuItem> {
    let themes = [
        ("nato", "Nato og allierte", 41),
        ("beredskap", "Totalforsvar og beredskap", 38),
        ("nordomradene", "Nordområdene, Arktis og et navn som er så langt at det må brytes", 17),
        ("havbunn", "Havbunn og undersjøiske kabler", 0),
    ];
    let item = |(index, (key, words, count)): (usize, (&'static str, &'static str, usize))| MenuItem {
        key: key.into(),
        words: words.into(),
        count: Some(count),
        more: false,
        group: None,
        chosen: ticked.contains(&index),
    };
    themes.into_iter().enumerate().map(item).collect()
}
