//! Reads `data/`, checks it, and makes the [`Library`] that the archive holds. Runs only on the machine that builds.
//!
//! `data/README.md` is the specification. Every problem is reported at once, with file, line and remedy.

mod alignment;
mod attributes;
mod edition;
mod editions;
mod fault;
mod file;
mod fingerprint;
mod front;
mod inline;
mod markdown;
mod metadata;
mod names;
mod problem;
mod references;
mod sentences;
mod tables;
mod tags;
mod terms;
mod vocabulary;

pub use fault::Fault;
pub use fingerprint::stated as with_fingerprint;
pub use names::Mentions;
pub use problem::{Problem, Problems};
pub use references::record;
pub use sentences::sentences;

use crate::model::{Document, Lang, Library, Name, Vocabulary, is_name};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The library of all documents below `data`, or of the one document whose folder it is, or every problem found.
pub fn compile(data: &Path) -> Result<Library, Problems> {
    let mut library = read(data)?;
    let mut problems = Problems::default();
    for document in &mut library.documents {
        let file = data.join(&document.id).join("document.toml");
        document.references = references::templates(document, &file, &mut problems);
    }
    problems.or(library)
}

/// The same without the references, which take longer than all the rest.
pub fn read(data: &Path) -> Result<Library, Problems> {
    let mut problems = Problems::default();
    let mut sources = read_all(data, &mut problems);
    for source in &mut sources {
        editions::check(source, &mut problems);
        for edition in &source.editions {
            fingerprint::check(edition, &mut problems);
        }
    }
    // A document by itself is sorted by the words of the collection that it stands in.
    let collection = if is_document(data) { data.join("..") } else { data.to_owned() };
    let vocabulary = vocabulary::read(&collection, &mut problems);
    let terms = terms::read(&collection, &sources, &mut problems);
    let documents = sources.into_iter().map(|source| {
        let (tags, commitments) = tags::read(&source, &vocabulary, &mut problems);
        let document = source.into_document();
        let explained = terms::explained(&terms, document.original().lang, &document.original().blocks);
        Document { tags, commitments, explained, ..document }
    });
    let mut documents: Vec<Document> = documents.collect();
    let terms::Read { terms, explanations, .. } = terms;
    let mut vocabulary = Vocabulary { terms, explanations, ..vocabulary.vocabulary };
    keep_used_names(&mut vocabulary.names, &mut documents);
    documents.sort_by(Document::order);
    problems.or(Library { documents, vocabulary })
}

/// Names that no block has are left out: those of photographers stand in credits, which have no tags.
fn keep_used_names(names: &mut Vec<Name>, documents: &mut [Document]) {
    let mut used: Vec<&mut u16> = Vec::new();
    for document in documents {
        used.extend(document.tags.iter_mut().flat_map(|tags| &mut tags.names));
        used.extend(document.commitments.iter_mut().flat_map(|commitment| &mut commitment.names));
    }
    let kept: BTreeSet<u16> = used.iter().map(|name| **name).collect();
    let mut old = 0..;
    names.retain(|_| old.next().is_some_and(|place| kept.contains(&place)));
    let new: BTreeMap<u16, u16> = kept.into_iter().zip(0..).collect();
    for name in used {
        *name = new.get(name).copied().unwrap_or(*name);
    }
}

/// The fingerprint that each edition below `data` should state, with the file it belongs into.
pub fn fingerprints(data: &Path) -> Result<Vec<(PathBuf, String)>, Problems> {
    let mut problems = Problems::default();
    let sources = read_all(data, &mut problems);
    let found = sources.iter().flat_map(|source| &source.editions);
    let found = found.map(|read| (read.file.clone(), read.edition.fingerprint.clone())).collect();
    problems.or(found)
}

/// A document as it was read, with the places that a later problem names.
struct Source {
    metadata: metadata::Metadata,
    id: String,
    folder: PathBuf,
    editions: Vec<edition::ReadEdition>,
}

impl Source {
    fn into_document(self) -> Document {
        let editions = self.editions.into_iter().map(|read| read.edition).collect();
        self.metadata.into_document(self.id, editions)
    }
}

fn read_all(data: &Path, problems: &mut Problems) -> Vec<Source> {
    let mut folders: Vec<PathBuf> = match std::fs::read_dir(data) {
        Ok(_) if is_document(data) => vec![data.to_owned()],
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => {
            problems.add(data, None, Fault::Unreadable(error.to_string()));
            Vec::new()
        }
    };
    folders.retain(|folder| is_document(folder));
    folders.sort();
    let sources: Vec<Source> = folders.iter().filter_map(|folder| read_document(folder, problems)).collect();
    for (index, source) in sources.iter().enumerate() {
        if let Some(other) = sources[..index].iter().find(|o| o.metadata.anchors == source.metadata.anchors) {
            let file = source.folder.join("document.toml");
            problems.add(&file, None, Fault::PrefixTaken(source.metadata.anchors.clone(), other.id.clone()));
        }
    }
    sources
}

/// A folder with an edition is a document even where `document.toml` has been forgotten.
fn is_document(folder: &Path) -> bool {
    folder.join("document.toml").is_file()
        || Lang::ALL.iter().any(|lang| edition_file(folder, *lang).is_file())
}

/// The name of a folder, even where it was called `.` or `..`.
fn id_of(folder: &Path) -> String {
    let real = std::fs::canonicalize(folder).unwrap_or_default();
    let name = folder.file_name().or(real.file_name()).unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn edition_file(folder: &Path, lang: Lang) -> PathBuf {
    folder.join(format!("{}.md", lang.code()))
}

fn read_document(folder: &Path, problems: &mut Problems) -> Option<Source> {
    let id = id_of(folder);
    let file = folder.join("document.toml");
    if !is_name(&id) {
        problems.add(folder, None, Fault::BadId(id.clone()));
    }
    if !file.is_file() {
        problems.add(&file, None, Fault::NoFacts);
        return None;
    }
    let metadata = metadata::read(&file, problems)?;
    let mut editions = Vec::new();
    for lang in editions::languages(metadata.original) {
        let path = edition_file(folder, lang);
        if path.is_file() {
            editions.extend(edition::read(&path, lang, &metadata.anchors, problems));
        } else if lang == metadata.original {
            problems.add(&file, None, Fault::NoOriginal(lang.code()));
        }
    }
    (!editions.is_empty()).then_some(Source { metadata, id, folder: folder.to_owned(), editions })
}
