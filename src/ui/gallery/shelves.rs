//! The parts on their shelves.

use super::{Tried, items};
use crate::strings::{Citing, Finding, Phrases};
use crate::ui::dom;
use crate::ui::parts::{
    Choice, Column, Group, IconButton, Menu, MenuItem, Symbol, Table, Tabs, TreeItem, button, chip, chips,
    choice, dialog, disclosure, el, empty, failure, icon, icon_button, loading, menu, table, tabs, toasts,
    tree,
};
use yew::prelude::*;

pub(super) struct Shelf<'a> {
    pub phrases: &'static Phrases,
    pub finding: &'static Finding,
    pub citing: &'static Citing,
    pub tried: &'a Tried,
    pub change: &'a dyn Fn(fn(&mut Tried, usize)) -> Callback<usize>,
    pub dialog: &'a NodeRef,
}

impl Shelf<'_> {
    pub fn all(&self) -> Html {
        let shelves = [
            ("Buttons", self.buttons()),
            ("Fields", self.fields()),
            ("Menu and chips", self.menus()),
            ("Tree", self.tree()),
            ("Tabs", self.tabs()),
            ("Disclosure", disclosure("Les mer", html! { "Det som står under." })),
            ("Table", self.table()),
            ("Dialog", self.dialog()),
            ("Empty, failed, loading", self.states()),
            ("Notices", self.notices()),
        ];
        let shelves = shelves.into_iter().map(|(name, parts)| {
            html! { <section class="sr-shelf" lang="nb"><h2 class="sr-shelf-name" lang="en">{ name }</h2>{ parts }</section> }
        });
        html! { <>{ for shelves }{ toasts((self.tried.told > 0).then_some((self.phrases.copied, self.tried.told))) }</> }
    }

    /// A callback for something pressed that needs no number.
    fn press(&self, change: fn(&mut Tried, usize)) -> Callback<MouseEvent> {
        (self.change)(change).reform(|_: MouseEvent| 0)
    }

    fn buttons(&self) -> Html {
        let nothing = Callback::noop();
        let look = |expanded| IconButton {
            symbol: Symbol::Settings,
            label: self.phrases.settings,
            class: None,
            expanded,
        };
        html! {
            <div class="sr-actions">
                { button(html! { <>{ icon(Symbol::Copy) }{ self.citing.copy }</> }, true, self.press(|tried, _| tried.told += 1)) }
                { button(html! { self.phrases.reset }, false, nothing.clone()) }
                { icon_button(look(None), nothing.clone()) }
                { icon_button(look(Some(true)), nothing) }
            </div>
        }
    }

    fn fields(&self) -> Html {
        let options =
            [("nb", "bokmål"), ("nn", "nynorsk")].map(|(value, words)| (value.into(), words.into()));
        let look = Choice {
            label: self.phrases.text_language,
            options: options.into(),
            value: "nn".into(),
            class: "sr-language",
        };
        html! {
            <div class="sr-actions">
                <div class="sr-search" role="search">
                    { icon(Symbol::Search) }
                    <input class="sr-search-input" type="search" aria-label={self.phrases.search} placeholder={self.phrases.search} />
                </div>
                { choice(look, Callback::noop()) }
                <label class="sr-check"><input type="checkbox" checked=true /><span>{ self.phrases.remember }</span></label>
            </div>
        }
    }

    fn menus(&self) -> Html {
        let shown = items(&self.tried.ticked);
        let mut row: Vec<Html> = Vec::new();
        for (index, item) in shown.iter().enumerate().filter(|(_, item)| item.chosen) {
            let untick = (self.change)(Tried::tick).reform(move |_: MouseEvent| index);
            row.push(chip(&item.words, format!("{}: fjern", item.words), untick));
        }
        html! {
            <>
                <div class="sr-actions">
                    { self.menu("Tema", shown, (self.change)(Tried::tick)) }
                    { self.menu("Aktør", items(&[]), Callback::noop()) }
                </div>
                { chips("Valgt", row) }
            </>
        }
    }

    fn menu(&self, name: &'static str, items: Vec<MenuItem>, choose: Callback<usize>) -> Html {
        let chosen = items.iter().filter(|item| item.chosen).count();
        menu(Menu { name, chosen, items, choose, toggled: Callback::noop() })
    }

    fn tree(&self) -> Html {
        let rows = [
            ("1", "Innledning", 1, None, false),
            ("2", "Våre nasjonale sikkerhetsinteresser", 1, Some(true), false),
            ("2.1", "Et fritt og selvstendig Norge", 2, None, true),
            ("3", "Vår sikkerhetssituasjon", 1, Some(false), false),
        ];
        let items = rows.map(|(number, words, level, expanded, current)| TreeItem {
            key: number.to_owned(),
            href: "#tree".to_owned(),
            words: vec![el("span", "sr-tree-number").text(number).html(), el("span", "").text(words).html()],
            level,
            place: (1, 3),
            expanded,
            current,
            open: Callback::from(|event: MouseEvent| event.prevent_default()),
            toggle: Callback::noop(),
            beside: (Symbol::Quote, self.phrases.cite_from_contents, Callback::noop()),
        });
        html! { <div class="sr-shelf-narrow">{ tree(self.phrases.contents, crate::model::Lang::Nb, items.into()) }</div> }
    }

    fn tabs(&self) -> Html {
        let words = ["Henvisning", "I teksten", "Eksport"];
        let look = Tabs {
            id: "tried",
            name: self.phrases.cite,
            words: words.map(AttrValue::from).into(),
            chosen: self.tried.tab,
        };
        let panel = html! { <p class="sr-reference">{ words[self.tried.tab] }</p> };
        tabs(&look, (self.change)(|tried, index| tried.tab = index), panel)
    }

    fn table(&self) -> Html {
        let sort = |index: usize| {
            let sort = (self.change)(|tried, index| {
                let falls = matches!(tried.sorted, Some((sorted, false)) if sorted == index);
                tried.sorted = Some((index, falls));
            });
            Some(sort.reform(move |_: MouseEvent| index))
        };
        let mut rows = [
            ("Regjeringen vil styrke beredskapen i nord.", "Regjeringen", "vil", "Nordområdene"),
            ("Alle må bidra til egenberedskap.", "Alle", "må", "Beredskap"),
            (
                "Næringslivet bør kjenne sine verdikjeder, også der de er lange og går over mange ledd.",
                "Næringslivet",
                "bør",
                "Økonomi",
            ),
        ];
        let order = self.tried.order();
        match self.tried.sorted {
            Some((1, _)) => rows.sort_unstable_by_key(|row| row.1),
            Some((2, _)) => rows.sort_unstable_by_key(|row| row.2),
            _ => {}
        }
        if self.tried.sorted.is_some_and(|(_, falls)| falls) {
            rows.reverse();
        }
        let column = |name, sort| Column { name, sort };
        let rows = rows.map(|(words, who, strength, theme)| {
            let cells = [words, who, strength, theme].map(|cell| html! { { cell } });
            (AttrValue::from(words), Vec::from(cells))
        });
        table(&Table {
            name: "Forpliktelser".into(),
            columns: vec![
                column("Ordlyd", None),
                column("Hvem", sort(1)),
                column("Styrke", sort(2)),
                column("Tema", None),
            ],
            sorted: order,
            groups: vec![Group { name: AttrValue::default(), rows: rows.into() }],
        })
    }

    fn dialog(&self) -> Html {
        let open = {
            let dialog = self.dialog.clone();
            Callback::from(move |_| dom::open_dialog(&dialog))
        };
        let content = html! {
            <>
                <p>{ "Alt blir liggende på enheten, og kan leses uten nett." }</p>
                <div class="sr-actions">{ button(html! { "Les uten nett" }, true, Callback::noop()) }</div>
            </>
        };
        html! { <>{ button(html! { "Les uten nett …" }, false, open) }{ dialog(self.dialog, "Les uten nett", self.phrases.close, content) }</> }
    }

    fn states(&self) -> Html {
        let next = button(html! { self.phrases.reset }, false, Callback::noop());
        html! {
            <>
                { empty(&(self.finding.no_hits)("xyzzy"), self.finding.no_hits_help, next) }
                { failure("Filen kom ikke fram. Det som var her fra før, kan leses som vanlig.", "Prøv igjen", Callback::noop()) }
                { loading("Henter dokumentene …") }
            </>
        }
    }

    fn notices(&self) -> Html {
        html! {
            <>
                <div class="sr-notice"><p>{ (self.phrases.broken_link)("nss-nato-99") }</p></div>
                <p>{ "Ord som " }<mark class="sr-mark">{ "søket" }</mark>{ " fant." }</p>
            </>
        }
    }
}
