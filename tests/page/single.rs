//! The one file that has everything in itself.

use crate::support::{PARTED, REAL, SAMPLE};
use std::collections::HashSet;
use strategy_reader::corpus::Corpus;
use strategy_reader::page::{Single, single_page};

fn single(corpus: &Corpus) -> String {
    let single = Single {
        policy: "default-src 'none'".to_owned(),
        style: "a > b { color: red }".to_owned(),
        script: "if (1 < 2 && 3 > 2) start();".to_owned(),
        icon: "data:,".to_owned(),
        link_base: None,
    };
    single_page(single, corpus)
}

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let before = format!(" {name}=\"");
    page.split(before.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_leads_to_the_one_block_of_that_address() {
    for corpus in [&REAL, &SAMPLE, &PARTED] {
        links_lead(&single(corpus));
    }
}

fn links_lead(page: &str) {
    let ids = values(page, "id");
    let different: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), different.len(), "an id is there twice");
    let links: Vec<&str> = values(page, "href").into_iter().filter(|link| link.starts_with('#')).collect();
    assert!(links.len() > 20, "{links:?}");
    for link in links {
        assert!(different.contains(link[1..].replace("%23", "#").as_str()), "{link} leads nowhere");
    }
    for near in values(page, "href") {
        assert!(near.starts_with('#') || near.contains(':'), "{near} would be another file");
    }
}

#[test]
fn style_and_script_are_what_they_were() {
    let page = single(&SAMPLE);
    assert!(page.contains("<style>a > b { color: red }</style>"));
    assert!(page.contains("<script type=\"module\">if (1 < 2 && 3 > 2) start();</script>"));
}
