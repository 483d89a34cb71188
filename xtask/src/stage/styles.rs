//! Style sheets: bundled, and with the values of Designsystemet's default theme beside each token in use.

use super::{Stage, names};
use crate::data;
use crate::stage::module::esbuild;
use anyhow::{Context, Result, ensure};
use std::fs;

const THEME: &str = "node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css";

/// Writes the style sheet of pages and returns its name.
pub fn write_site(stage: &Stage) -> Result<String> {
    let css = bundle(stage, "www/css/site.css")?;
    let name = names::hashed("strategy-reader", "css", css.as_bytes());
    stage.write(&name, css.as_bytes())?;
    Ok(name)
}

/// The style of the shadow root.
pub struct Controls {
    /// What goes into the module.
    pub first: String,
    /// What comes with later parts of the WebAssembly, by the names of those.
    pub later: [(&'static str, String); 2],
}

pub fn controls(stage: &Stage) -> Result<Controls> {
    let later = |name| plain(stage, &format!("www/css/{name}.css")).map(|css| (name, css));
    let later = [later("finding")?, later("citing")?];
    Ok(Controls { first: bundle(stage, "www/css/controls.css")?, later })
}

impl Controls {
    /// All of it, for a build that has everything in one.
    pub fn all(&self) -> String {
        [&self.first].into_iter().chain(self.later.iter().map(|(_, css)| css)).map(String::as_str).collect()
    }
}

/// The style of the one file that has everything in itself.
pub fn single(stage: &Stage) -> Result<String> {
    bundle(stage, "www/css/single.css")
}

/// The same for the page of parts.
pub fn gallery(stage: &Stage) -> Result<String> {
    bundle(stage, "www/css/gallery.css")
}

/// A style sheet with the lists of colours.
fn bundle(stage: &Stage, entry: &str) -> Result<String> {
    in_high_contrast(&plain(stage, entry)?)
}

fn plain(stage: &Stage, entry: &str) -> Result<String> {
    let mut arguments = vec![entry, "--bundle", "--log-level=warning"];
    if stage.release {
        arguments.push("--minify");
    }
    let css = esbuild(&arguments)?;
    let theme = fs::read_to_string(data::root().join(THEME))
        .with_context(|| format!("{THEME} cannot be read; `cargo xtask setup` brings it"))?;
    with_values(&css, &theme)
}

/// Where the list of high contrast goes: for systems that ask for it, and where the reader chose it.
const ASKED: [&str; 3] = [":host", "strategy-reader", ".sr-page"];
const CHOSEN: [&str; 3] = [
    ":host([data-color-scheme=contrast])",
    "strategy-reader[data-color-scheme=contrast]",
    ".sr-page:has(strategy-reader[data-color-scheme=contrast])",
];

/// Writes the one list of `.sr-high-contrast` to both of its places.
fn in_high_contrast(css: &str) -> Result<String> {
    let (before, rest) = css.split_once(".sr-high-contrast").context("there is no list of high contrast")?;
    let (list, after) = rest.split_once('}').context("the list of high contrast is not closed")?;
    ensure!(!after.contains(".sr-high-contrast"), "there are two lists of high contrast");
    let (asked, chosen) = (ASKED.join(","), CHOSEN.join(","));
    Ok(format!("{before}@media (prefers-contrast:more){{{asked}{list}}}}}{chosen}{list}}}{after}"))
}

/// Writes into each `var(--ds-…)` what it is worth where the host page has no such token: the theme's value, or its
/// values in light and in dark.
fn with_values(css: &str, theme: &str) -> Result<String> {
    let mut parts = css.split("var(--ds-");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([')', ',']).context("a var( is not closed")?;
        let (name, rest) = part.split_at(end);
        result.push_str("var(--ds-");
        result.push_str(name);
        if rest.starts_with(')') {
            let light = value(theme, "light", name);
            let light = light.with_context(|| format!("the theme has no --ds-{name}; see {THEME}"))?;
            let dark = value(theme, "dark", name).unwrap_or(light);
            result.push_str(&format!(",light-dark({light},{dark})"));
        }
        result.push_str(rest);
    }
    Ok(result)
}

/// The value of a token in the theme's layer for a colour scheme.
fn value<'a>(theme: &'a str, scheme: &str, name: &str) -> Option<&'a str> {
    let layer = theme.split(&format!("@layer ds.theme.color-scheme.{scheme} {{")).nth(1)?;
    let layer = layer.split("@layer").next()?;
    let after = layer.split(&format!("--ds-{name}:")).nth(1)?;
    Some(after.split(';').next()?.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEME: &str = "@layer ds.theme.color-scheme.light { :root { --ds-a: #fff; } } @layer other { --ds-a: red; } \
                         @layer ds.theme.color-scheme.dark { --ds-a: #000; }";

    #[test]
    fn the_list_of_high_contrast_is_written_where_it_is_asked_for_and_where_it_is_chosen() -> Result<()> {
        let css = in_high_contrast("a{}.sr-high-contrast{--a:#000}b{}")?;
        assert!(css.starts_with(
            "a{}@media (prefers-contrast:more){:host,strategy-reader,.sr-page{--a:#000}}:host("
        ));
        assert!(css.ends_with("[data-color-scheme=contrast]){--a:#000}b{}"));
        assert!(in_high_contrast("a{}").is_err());
        assert!(in_high_contrast(".sr-high-contrast{}.sr-high-contrast{}").is_err());
        Ok(())
    }

    #[test]
    fn tokens_get_the_values_of_the_theme() -> Result<()> {
        assert_eq!(with_values("a{b:var(--ds-a)}", THEME)?, "a{b:var(--ds-a,light-dark(#fff,#000))}");
        assert_eq!(with_values("a{b:var(--ds-a,1px)}", THEME)?, "a{b:var(--ds-a,1px)}");
        assert!(with_values("a{b:var(--ds-b)}", THEME).is_err());
        Ok(())
    }
}
