//! What the reader puts on the clipboard as HTML, taken into a word processor's file by pandoc: italics and links survive.

use super::job::READ;
use crate::{data, process};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::Command;
use strategy_reader::cite::{self, Cited, Request, Selection, Style, cite, html};
use strategy_reader::corpus::Corpus;
use strategy_reader::model::Lang;

pub fn run(corpus: &Corpus) -> Result<()> {
    let folder = data::root().join("target/citations");
    fs::create_dir_all(&folder)?;
    let mut number = 0;
    for document in corpus.documents() {
        let view = corpus.edition_or_original(&document.id, document.original().lang);
        let view = view.context("a document has no original")?;
        let block = (0..view.edition.blocks.len()).find(|block| view.block(*block).kind.is_paragraph());
        let selection = Selection::block(view, block.context("a document has no paragraph")?);
        let cited = Cited::words(view, selection);
        for style in Style::ALL {
            let request = Request { place: cited.place, style, lang: Lang::Nb, read: READ };
            let citation = cite(view, &request).with_context(|| style.code())?;
            let quotation =
                cite::quotation(view, &[selection], style, Lang::Nb, false).with_source(&citation);
            let pasted = format!("<p>{}</p>{}", html(&citation.entry), quotation.html());
            let (from, to) = (folder.join("pasted.html"), folder.join("pasted.docx"));
            fs::write(&from, &pasted)?;
            process::output(
                Command::new("pandoc").args(["--from", "html"]).arg(&from).arg("--output").arg(&to),
            )?;
            let back =
                process::output(Command::new("pandoc").arg(&to).args(["--to", "html", "--wrap=none"]))?;
            let what = || format!("{} in {}: {back}", document.id, style.code());
            for run in citation.entry.iter().filter(|run| run.italic) {
                let words = format!("<em>{}", cite::escape(run.text.trim_end()));
                ensure!(back.contains(&words), "italics are lost: {}", what());
            }
            for run in citation.entry.iter().filter(|run| run.link) {
                ensure!(
                    back.contains(&format!("href=\"{}\"", cite::escape(&run.text))),
                    "a link is lost: {}",
                    what()
                );
            }
            ensure!(
                back.contains("<blockquote>") == quotation.is_block,
                "a quotation in a block is none, or the other way round: {}",
                what()
            );
            number += 1;
        }
    }
    println!("{number} citations keep italics, links and blocks in a word processor's file");
    Ok(())
}
