//! The front matter of an edition: its title, and how it came to be.

use super::{Fault, Problems, metadata};
use crate::model::{Standing, Words, is_address};
use indexmap::IndexMap;
use serde::Deserialize;
use std::path::Path;
use toml::Spanned;

/// What the front matter says.
pub(super) struct Front {
    pub title: String,
    pub standing: Standing,
    /// As it stands there, right or wrong.
    pub fingerprint: String,
    /// The blocks that one of the editions lacks, each with its line and the reason.
    pub gaps: Vec<(String, usize, Words)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    title: String,
    status: StandingWord,
    fingerprint: String,
    method: Option<Words>,
    official: Option<String>,
    #[serde(default)]
    gaps: IndexMap<Spanned<String>, Words>,
}

#[derive(Deserialize, PartialEq, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum StandingWord {
    Original,
    Official,
    Unofficial,
}

/// Reads the TOML that stood between the lines `+++`, if there was any.
pub(super) fn read(text: Option<String>, file: &Path, problems: &mut Problems) -> Option<Front> {
    let Some(text) = text else {
        problems.add(file, Some(1), Fault::NoFrontMatter);
        return None;
    };
    let matter: FrontMatter = metadata::parse_text(&text, 2, file, problems)?;
    let mut report = |fault| problems.add(file, Some(1), fault);
    if matter.title.trim().is_empty() {
        report(Fault::NoTitle);
    }
    if let Some(official) = matter.official.as_deref().filter(|official| !is_address(official)) {
        report(Fault::BadAddress(official.to_owned()));
    }
    let of_unofficial = matter.method.is_some() || matter.official.is_some();
    if of_unofficial && matter.status != StandingWord::Unofficial {
        report(Fault::StrayMethod);
    }
    let standing = match (matter.status, matter.method) {
        (StandingWord::Original, _) => Standing::Original,
        (StandingWord::Official, _) => Standing::Official,
        (StandingWord::Unofficial, Some(method)) => {
            Standing::Unofficial { method, official: matter.official }
        }
        (StandingWord::Unofficial, None) => {
            report(Fault::NoMethod);
            Standing::Official
        }
    };
    let gaps = matter.gaps.into_iter().map(|(anchor, reason)| {
        let line = text[..anchor.span().start].matches('\n').count() + 2;
        (anchor.into_inner(), line, reason)
    });
    let gaps = gaps.collect();
    Some(Front { title: matter.title, standing, fingerprint: matter.fingerprint, gaps })
}
