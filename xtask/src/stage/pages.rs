//! The static pages and the fragments.

use super::Stage;
use super::module::MODULE;
use anyhow::Result;
use std::fs;
use strategy_reader::corpus::Corpus;
use strategy_reader::page::{self, Site};

/// Writes all of them; returns what they know of the site.
pub fn write(stage: &Stage, corpus: &Corpus, style: String, integrity: Option<String>) -> Result<Site> {
    let module = MODULE.to_owned();
    let site =
        Site { address: stage.site.clone(), style, module, integrity, keeps_itself: stage.keeps_itself };
    let reload = if stage.release { String::new() } else { reload_script(stage) };
    let write = |name: &str, page: String| {
        let page = page.replacen("</body>", &format!("{reload}</body>"), 1);
        stage.write(name, page.as_bytes())
    };
    for view in corpus.editions() {
        let (id, lang) = (&view.document.id, view.edition.lang.code());
        write(&format!("{id}/{lang}/index.html"), page::document_page(&site, corpus, view))?;
        stage.write(&format!("fragments/{id}.{lang}.html"), page::fragment(view).as_bytes())?;
    }
    write("index.html", page::start_page(&site, corpus))?;
    Ok(site)
}

/// The script by which `trunk serve` reloads a page after a change; Trunk puts it into the one page that it knows.
fn reload_script(stage: &Stage) -> String {
    let page = fs::read_to_string(stage.folder.join("index.html")).unwrap_or_default();
    let scripts = page.split("<script").skip(1).filter_map(|part| part.split("</script>").next());
    let script = scripts
        .filter(|script| script.contains("__TRUNK_"))
        .map(|script| format!("<script{script}</script>"));
    script.collect()
}
