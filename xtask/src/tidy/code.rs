//! Rules about code: what each file of `src/` may name, that nothing in it panics on purpose, and that every file says
//! what it is for. Reads tokens, so that comments, strings and the inside of macros are what they are.

use super::rooms;
use super::{Problem, Source};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

pub fn check(source: &Source<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !source.text.starts_with("//") {
        problems.push(source.problem(1, "the first line does not say what the file is for"));
    }
    let Some(path) = source.path.strip_prefix("src/") else {
        return problems;
    };
    match source.text.parse::<TokenStream>() {
        Ok(tokens) => {
            let room = path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
            Walk { source, room, problems: &mut problems }.walk(tokens, depth(path), false);
        }
        Err(error) => problems.push(source.problem(error.span().start().line, "this is not Rust")),
    }
    problems
}

/// How many modules a file lies below the crate.
fn depth(path: &str) -> usize {
    path.split('/').filter(|part| !["mod.rs", "lib.rs"].contains(part)).count()
}

struct Walk<'a, 'b> {
    source: &'a Source<'a>,
    room: &'a str,
    problems: &'b mut Vec<Problem>,
}

impl Walk<'_, '_> {
    /// Looks at the tokens of a group, `depth` modules below the crate.
    fn walk(&mut self, tokens: TokenStream, depth: usize, in_test: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut opens_module = false;
        let mut opens_test = false;
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(ident) => {
                    opens_module |= ident == "mod";
                    if !follows_path(&tokens, at) {
                        self.path(&tokens, at, depth);
                    }
                    if !in_test {
                        self.panic(&tokens, at);
                    }
                }
                TokenTree::Group(group) => {
                    opens_test |= is_test_attribute(&tokens, at);
                    let is_body = group.delimiter() == Delimiter::Brace;
                    let inner = depth + usize::from(is_body && opens_module);
                    self.walk(group.stream(), inner, in_test || (is_body && opens_test));
                    if is_body {
                        (opens_module, opens_test) = (false, false);
                    }
                }
                TokenTree::Punct(punct) if punct.as_char() == ';' => {
                    (opens_module, opens_test) = (false, false)
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => (),
            }
        }
    }

    /// A path that begins at a place.
    fn path(&mut self, tokens: &[TokenTree], at: usize, depth: usize) {
        let first = tokens[at].to_string();
        let mut last = at;
        let mut ups = usize::from(first == "super");
        while ups > 0 && heads_after(tokens, last) == ["super"] {
            last += SEPARATED;
            ups += 1;
        }
        let mut names = heads_after(tokens, last);
        if names.is_empty() {
            // `use yew;` names the crate itself.
            if !at.checked_sub(1).is_some_and(|before| is_ident(&tokens[before], "use")) {
                return;
            }
            names.push(String::new());
        }
        let is_of_this_crate = first == "crate" || (ups > 0 && ups == depth);
        let refusal = names.iter().find_map(|name| match () {
            () if is_of_this_crate => rooms::may_see(self.room, name).err(),
            () if ups == 0 => rooms::may_use(self.source.path, self.room, &first, name).err(),
            () => None,
        });
        if let Some(reason) = refusal {
            self.problems.push(self.source.problem(tokens[at].span().start().line, reason));
        }
    }

    fn panic(&mut self, tokens: &[TokenTree], at: usize) {
        let name = tokens[at].to_string();
        let is_method = at.checked_sub(1).is_some_and(|before| is_punct(&tokens[before], '.'));
        let is_call = matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
        if is_method && is_call && ["unwrap", "expect"].contains(&name.as_str()) {
            let line = tokens[at].span().start().line;
            self.problems
                .push(self.source.problem(line, format!("`{name}` panics; return an error or a default")));
        }
    }
}

/// How many tokens lie from one name of a path to the next: the name and two colons.
const SEPARATED: usize = 3;

/// The names that come next in the path at a place: one, or the first of each path in braces.
fn heads_after(tokens: &[TokenTree], at: usize) -> Vec<String> {
    if !(at + 1..at + SEPARATED).all(|colon| tokens.get(colon).is_some_and(|token| is_punct(token, ':'))) {
        return Vec::new();
    }
    match tokens.get(at + SEPARATED) {
        Some(TokenTree::Ident(name)) => vec![name.to_string()],
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => heads(group.stream()),
        _ => Vec::new(),
    }
}

fn heads(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let paths = tokens.split(|token| is_punct(token, ','));
    paths.filter_map(|path| path.first()).map(TokenTree::to_string).collect()
}

/// Whether the ident at a place goes on with a path instead of beginning one.
fn follows_path(tokens: &[TokenTree], at: usize) -> bool {
    at.checked_sub(2).is_some_and(|colons| tokens[colons..at].iter().all(|token| is_punct(token, ':')))
}

/// Whether the group at a place is an attribute that makes a test of what it stands before.
fn is_test_attribute(tokens: &[TokenTree], at: usize) -> bool {
    let is_attribute = at.checked_sub(1).is_some_and(|before| is_punct(&tokens[before], '#'));
    let words: String = tokens[at].to_string().split_whitespace().collect();
    is_attribute && ["[cfg(test)]", "[test]", "[wasm_bindgen_test]"].contains(&words.as_str())
}

fn is_punct(token: &TokenTree, expected: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == expected)
}

fn is_ident(token: &TokenTree, expected: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == expected)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::expect;

    #[test]
    fn rooms_look_to_the_left_only() {
        expect(
            check,
            &[
                ("src/cite/mod.rs", "//! C.\nuse crate::{model::Date, corpus};\n", &[]),
                (
                    "src/cite/mod.rs",
                    "//! C.\nuse crate::{model, ui::App};\n",
                    &[":2: `cite` may not name `ui`"],
                ),
                (
                    "src/cite/a.rs",
                    "//! A.\nfn f() -> crate::state::View {}\n",
                    &[":2: `cite` may not name `state`"],
                ),
                ("src/cite/a.rs", "//! A.\nuse super::super::state;\n", &[":2: `cite` may not name `state`"]),
                ("src/cite/a.rs", "//! A.\nuse super::state;\n", &[]),
                (
                    "src/cite/mod.rs",
                    "//! A.\nmod b { use super::super::ui; }\n",
                    &[":2: `cite` may not name `ui`"],
                ),
                ("src/archive.rs", "//! A.\n// crate::ui\nconst A: &str = \"crate::ui\";\n", &[]),
                ("src/lib.rs", "//! The tour.\npub use crate::embed::Reader;\n", &[]),
                ("xtask/src/a.rs", "//! A.\nuse crate::ui;\n", &[]),
            ],
        );
    }

    #[test]
    fn only_ui_and_embed_know_the_browser() {
        expect(
            check,
            &[
                (
                    "src/search/a.rs",
                    "//! A.\nuse web_sys::window;\n",
                    &[":2: `search` may not use `web_sys`"],
                ),
                ("src/search/a.rs", "//! A.\nuse yew;\n", &[":2: `search` may not use `yew`"]),
                ("src/search/a.rs", "//! A.\nlet yew = tree::yew::old;\n", &[]),
                (
                    "src/ui/a.rs",
                    "//! A.\nuse yew::prelude::*;\nuse web_sys::{Element, KeyboardEvent};\n",
                    &[],
                ),
                (
                    "src/ui/a.rs",
                    "//! A.\nhtml! { <p>{ web_sys::window() }</p> }\n",
                    &[":2: `web_sys::window`"],
                ),
                ("src/ui/dom/place.rs", "//! D.\nuse web_sys::window;\nuse wasm_bindgen::JsCast;\n", &[]),
                ("src/embed/mod.rs", "//! E.\nuse serde_wasm_bindgen::from_value;\n", &[]),
            ],
        );
    }

    #[test]
    fn nothing_panics_on_purpose_outside_of_tests() {
        expect(
            check,
            &[
                (
                    "src/text/a.rs",
                    "//! A.\nfn f() { g().unwrap(); h().expect(\"x\") }\n",
                    &["`unwrap`", "`expect`"],
                ),
                ("src/text/a.rs", "//! A.\n#[cfg(test)]\nmod tests { fn f() { g().unwrap(); } }\n", &[]),
                (
                    "src/text/a.rs",
                    "//! A.\n#[test]\nfn f() { g().unwrap(); }\nfn h() { g().unwrap() }\n",
                    &[":4:"],
                ),
                ("src/text/a.rs", "//! A.\nfn f() { g().unwrap_or(1); }\n", &[]),
            ],
        );
    }

    #[test]
    fn files_say_what_they_are_for_and_are_rust() {
        expect(
            check,
            &[
                ("xtask/src/a.rs", "use std::fs;\n", &[":1: the first line"]),
                ("tests/a.rs", "// Where search meets corpus.\n", &[]),
                ("src/text/a.rs", "//! A.\nfn f() { ( }\n", &["this is not Rust"]),
            ],
        );
    }
}
