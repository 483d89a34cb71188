//! What reference managers and search engines want to know of a page: `citation_*` and JSON-LD, written by the build.

use super::Element;
use crate::corpus::EditionView;
use crate::model::{Document, DocumentKind, Edition, Standing};
use serde_json::{Map, Value, json};

/// The elements for the head of an edition's page. `address` is that of the page itself.
pub(super) fn metadata(view: EditionView, address: &str) -> Vec<Element> {
    let (document, edition) = (view.document, view.edition);
    let publisher = document.publisher.get(edition.lang);
    let mut tags = vec![
        ("citation_title", edition.title.clone()),
        ("citation_author", publisher.to_owned()),
        ("citation_language", edition.lang.code().to_owned()),
        ("citation_publisher", publisher.to_owned()),
    ];
    tags.extend(date(document, "/").map(|date| ("citation_publication_date", date)));
    if document.kind == DocumentKind::Report {
        tags.push(("citation_technical_report_institution", publisher.to_owned()));
    }
    let is_whole = address.contains("://");
    tags.extend(is_whole.then(|| ("citation_public_url", address.to_owned())));
    let tags = tags
        .into_iter()
        .map(|(name, content)| Element::new("meta").with("name", name).with("content", content));
    let script =
        Element::new("script").with("type", "application/ld+json").text(harmless(&linked(view, address)));
    tags.chain([script]).collect()
}

/// The page in the words of schema.org.
fn linked(view: EditionView, address: &str) -> Value {
    let (document, edition) = (view.document, view.edition);
    let mut work = work(document, edition);
    work.insert("@context".to_owned(), json!("https://schema.org"));
    work.insert("description".to_owned(), json!(document.summary.get(edition.lang)));
    if address.contains("://") {
        work.insert("url".to_owned(), json!(address));
    }
    if edition.standing != Standing::Original {
        let mut original = self::work(document, document.original());
        original.extend(document.source.as_ref().map(|source| ("url".to_owned(), json!(source))));
        work.insert("translationOfWork".to_owned(), Value::Object(original));
    } else if let Some(source) = &document.source {
        work.insert("sameAs".to_owned(), json!(source));
    }
    Value::Object(work)
}

fn work(document: &Document, edition: &Edition) -> Map<String, Value> {
    let sort = match document.kind {
        DocumentKind::Report => "Report",
        DocumentKind::WebPage => "Article",
    };
    let publisher = document.publisher.get(edition.lang);
    let body = json!({ "@type": "GovernmentOrganization", "name": publisher });
    let mut work = Map::new();
    for (name, value) in [
        ("@type", json!(sort)),
        ("name", json!(edition.title)),
        ("inLanguage", json!(edition.lang.code())),
        ("author", body.clone()),
        ("publisher", body),
    ] {
        work.insert(name.to_owned(), value);
    }
    work.extend(date(document, "-").map(|date| ("datePublished".to_owned(), json!(date))));
    work
}

/// `2025-05-08`, `2017`; an estimate is not told as a date.
fn date(document: &Document, parting: &str) -> Option<String> {
    let issued = &document.issued;
    let date = match issued.day {
        Some((month, day)) => format!("{}{parting}{month:02}{parting}{day:02}", issued.year),
        None => issued.year.to_string(),
    };
    (!issued.circa).then_some(date)
}

/// JSON in which nothing can end the element that holds it.
fn harmless(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
