//! One edition: front matter and pieces become blocks and sections, and the rules between blocks are checked.

use super::markdown::{self, Piece, Shape};
use super::{Fault, Problems, file, fingerprint, front};
use crate::model::{Block, Edition, Kind, Lang, Section, Sort, Words, is_anchor};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The level of a heading `#####`.
const DEEPEST: u8 = 5;

/// An edition with the places that later problems name.
pub(super) struct ReadEdition {
    pub file: PathBuf,
    pub edition: Edition,
    /// The line of each block.
    pub lines: Vec<usize>,
    /// What each block says of its counterparts in the original.
    pub seams: Vec<Seam>,
    /// The blocks that one of the editions lacks, each with its line and the reason.
    pub gaps: Vec<(String, usize, Words)>,
    /// The fingerprint that the file states.
    pub stated: String,
}

/// How a block of a translation leaves the step of one block by one.
#[derive(Default)]
pub(super) struct Seam {
    pub continues: Option<String>,
    pub joins: Vec<String>,
}

pub(super) fn read(path: &Path, lang: Lang, prefix: &str, problems: &mut Problems) -> Option<ReadEdition> {
    let source = file::read(path, problems)?;
    let told = problems.0.len();
    let mut report = |line, fault| problems.add(path, Some(line), fault);
    let (front, pieces) = markdown::read(&source, &mut report);
    let mut builder = Builder::new(prefix, &mut report);
    for (index, piece) in pieces.iter().enumerate() {
        builder.take(piece, &pieces[..index], &pieces[index + 1..]);
    }
    let (blocks, lines, seams, sections) = builder.finish();

    // Where something was refused, the edition is not empty, only unread.
    if blocks.is_empty() && problems.0.len() == told {
        problems.add(path, Some(1), Fault::NoBlocks);
    }
    let front = front::read(front, path, problems)?;
    let fingerprint = fingerprint::of(&blocks);
    let (title, standing, departures) = (front.title, front.standing, Vec::new());
    let edition = Edition { lang, title, standing, fingerprint, blocks, sections, departures };
    let (file, gaps, stated) = (path.to_owned(), front.gaps, front.fingerprint);
    Some(ReadEdition { file, edition, lines, seams, gaps, stated })
}

struct Builder<'a> {
    prefix: &'a str,
    report: &'a mut dyn FnMut(usize, Fault),
    blocks: Vec<Block>,
    lines: Vec<usize>,
    seams: Vec<Seam>,
    sections: Vec<Section>,
    /// The sections that are open, outermost first.
    open: Vec<OpenSection>,
    /// Where the kickers and picture texts began that the next heading will take in.
    run: Option<usize>,
    /// While credits follow a credit label: the page that it states, if it does.
    credits: Option<Option<u16>>,
    anchors: BTreeMap<String, usize>,
    notes: BTreeMap<String, usize>,
}

struct OpenSection {
    /// Its place in `sections`.
    place: usize,
    /// The page that its heading states.
    page: Option<u16>,
}

impl<'a> Builder<'a> {
    fn new(prefix: &'a str, report: &'a mut dyn FnMut(usize, Fault)) -> Self {
        let (blocks, lines, seams) = (Vec::new(), Vec::new(), Vec::new());
        let (sections, open) = (Vec::new(), Vec::new());
        let (anchors, notes) = (BTreeMap::new(), BTreeMap::new());
        let (run, credits) = (None, None);
        Builder { prefix, report, blocks, lines, seams, sections, open, run, credits, anchors, notes }
    }

    fn take(&mut self, piece: &Piece, before: &[Piece], after: &[Piece]) {
        if piece.shape == Shape::End {
            match self.open.pop() {
                Some(section) => self.sections[section.place].end = self.blocks.len() as u32,
                None => (self.report)(piece.line, Fault::NothingToEnd),
            }
            self.credits = None;
            return;
        }
        let kind = self.kind(piece);
        self.check_anchor(piece);
        self.check_neighbours(kind, piece.line, before, after);
        let index = self.blocks.len();
        let opens_next = matches!(kind, Kind::Kicker | Kind::PictureText) && leads_to_heading(after);
        match piece.shape {
            Shape::Heading(level) => self.open_section(level, piece, index),
            _ if opens_next => {
                self.run.get_or_insert(index);
            }
            _ => {}
        }
        let page = self.page_of(kind, piece, opens_next);
        let label = match &piece.shape {
            Shape::Footnote(label) => {
                if self.notes.insert(label.clone(), piece.line).is_some() {
                    (self.report)(piece.line, Fault::NoteTwice(label.clone()));
                }
                Some(label.clone())
            }
            _ => None,
        };
        if piece.attributes.href.is_some() && kind != Kind::Link {
            (self.report)(piece.line, Fault::KeyNotHere("href"));
        }
        self.check_seam(kind, piece);
        self.lines.push(piece.line);
        let (continues, joins) = (piece.attributes.continues.clone(), piece.attributes.joins.clone());
        self.seams.push(Seam { continues, joins });
        self.blocks.push(Block {
            anchor: piece.attributes.anchor.clone(),
            kind,
            level: if let Shape::Heading(level) = piece.shape { level } else { 0 },
            page,
            lang: piece.attributes.lang,
            label,
            href: piece.attributes.href.clone(),
            text: piece.text.clone(),
        });
    }

    fn kind(&mut self, piece: &Piece) -> Kind {
        let shaped = match piece.shape {
            Shape::Heading(_) => Kind::Heading,
            Shape::Item => Kind::ListItem,
            Shape::Footnote(_) => Kind::Footnote,
            Shape::Paragraph | Shape::End => return piece.attributes.kind.unwrap_or(Kind::Paragraph),
        };
        if let Some(kind) = piece.attributes.kind {
            (self.report)(piece.line, Fault::KindNotHere(kind.name().to_owned()));
        }
        shaped
    }

    fn check_anchor(&mut self, piece: &Piece) {
        let anchor = &piece.attributes.anchor;
        if anchor.is_empty() {
            return; // The missing anchor has been reported.
        }
        if !is_anchor(anchor) {
            (self.report)(piece.line, Fault::BadAnchor(anchor.clone()));
        } else if anchor.strip_prefix(self.prefix).is_none_or(|rest| !rest.starts_with('-')) {
            let prefix = self.prefix.to_owned();
            (self.report)(piece.line, Fault::WrongPrefix { anchor: anchor.clone(), prefix });
        }
        if let Some(line) = self.anchors.insert(anchor.clone(), piece.line) {
            (self.report)(piece.line, Fault::AnchorTaken { anchor: anchor.clone(), line });
        }
    }

    /// Headings and footnotes have one counterpart or none, since sections and marks hang on them.
    fn check_seam(&mut self, kind: Kind, piece: &Piece) {
        let stands = matches!(kind, Kind::Heading | Kind::Footnote);
        if stands && piece.attributes.continues.is_some() {
            (self.report)(piece.line, Fault::KeyNotHere("continues"));
        }
        if stands && !piece.attributes.joins.is_empty() {
            (self.report)(piece.line, Fault::KeyNotHere("joins"));
        }
    }

    fn check_neighbours(&mut self, kind: Kind, line: usize, before: &[Piece], after: &[Piece]) {
        let follows = after.first().map(|piece| &piece.shape);
        match kind {
            Kind::LeadIn if follows != Some(&Shape::Item) => (self.report)(line, Fault::LeadWithoutList),
            Kind::Kicker if !leads_to_heading(after) => (self.report)(line, Fault::KickerWithoutHeading),
            Kind::ListItem => {
                let led = before.last().is_some_and(|piece| {
                    matches!(piece.shape, Shape::Item | Shape::Heading(_))
                        || piece.attributes.kind == Some(Kind::LeadIn)
                });
                if !led {
                    (self.report)(line, Fault::ListWithoutLead);
                }
            }
            _ => {}
        }
    }

    fn open_section(&mut self, level: u8, piece: &Piece, heading: usize) {
        let start = self.run.take().unwrap_or(heading);
        while let Some(section) = self.open.pop_if(|section| self.sections[section.place].level >= level) {
            self.sections[section.place].end = start as u32;
        }
        let above = self.open.last().map_or(1, |section| self.sections[section.place].level);
        if level == 1 && heading > 0 {
            (self.report)(piece.line, Fault::TitleNotFirst);
        } else if level > DEEPEST {
            (self.report)(piece.line, Fault::TooDeep);
        } else if level > above + 1 {
            (self.report)(piece.line, Fault::LevelSkipped { from: above, to: level });
        }
        self.open.push(OpenSection { place: self.sections.len(), page: piece.attributes.page });
        self.sections.push(Section { heading: heading as u32, start: start as u32, end: 0, level });
    }

    /// A page stated on a heading holds for its section's own blocks, one on a credit label for the credits below.
    fn page_of(&mut self, kind: Kind, piece: &Piece, opens_next: bool) -> Option<u16> {
        match kind {
            Kind::CreditLabel => self.credits = Some(piece.attributes.page),
            Kind::Credit => {}
            _ => self.credits = None,
        }
        let section = self.open.last().and_then(|section| section.page);
        let around = self.credits.unwrap_or(section);
        piece.attributes.page.or(around.filter(|_| !opens_next))
    }

    fn finish(mut self) -> (Vec<Block>, Vec<usize>, Vec<Seam>, Vec<Section>) {
        for section in std::mem::take(&mut self.open) {
            self.sections[section.place].end = self.blocks.len() as u32;
        }
        let mut unused = self.notes;
        for (block, line) in self.blocks.iter().zip(&self.lines) {
            for mark in &block.text.marks {
                if let Sort::Note(label) = &mark.sort
                    && unused.remove(label).is_none()
                    && !self.blocks.iter().any(|other| other.label.as_ref() == Some(label))
                {
                    (self.report)(*line, Fault::NoteMissing(label.clone()));
                }
            }
        }
        for (label, line) in unused {
            (self.report)(line, Fault::NoteUnused(label));
        }
        (self.blocks, self.lines, self.seams, self.sections)
    }
}

/// Whether only kickers and picture texts stand between here and a heading.
fn leads_to_heading(after: &[Piece]) -> bool {
    let next =
        after.iter().find(|piece| !matches!(piece.attributes.kind, Some(Kind::Kicker | Kind::PictureText)));
    next.is_some_and(|piece| matches!(piece.shape, Shape::Heading(_)))
}
