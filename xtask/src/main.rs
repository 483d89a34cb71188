//! The project's own commands, one file a command. `cargo xtask help` lists them.

mod agreement;
mod bench;
mod check;
mod citations;
mod cite;
mod compare;
mod data;
mod drafts;
mod dump;
mod fidelity;
mod files;
mod fuzz;
mod html;
mod many;
mod npm;
mod process;
mod release;
mod score;
mod screenshots;
mod search;
mod sentences;
mod setup;
mod size;
mod stage;
mod statistics;
mod test;
mod tidy;
mod tools;
mod trunk;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve        set up, build and serve the reader, follow changes   [--port N]
  build        write dist/www/, ready to upload, and dist/bin/ for editors
  test         run every test there is                              [NAMES of steps, or --list]
  setup        get the tools that are missing, and nothing else     [--browsers]

  check        read data/, report every problem and every difference between translation and original
  agreement    print how far two people tagged alike, and what is undecided   [--list]
  fidelity     compare every original with its source text          [--seeds DIR]
  fingerprint  write the fingerprint of each edition into its file
  drafts       compare what `import` makes of the sources with the editions   [--all]
  many         measure bundles of 5, 50 and 500 documents             [NUMBERS] [--keep DIR]
  dump         print the documents as JSON
  statistics   count blocks, sentences, themes, names, kinds and commitments   [--json]
  cite         print what the reader would copy  ANCHOR [--style S] [--lang L] [--edition L] [--accessed DAY]
                                                      [--quote WORDS] [--sic] [--json]
  sentences    print every sentence with its number, as the tags count them   [DOCUMENT]
  search       ask the search engine                                [WORDS, or --json with queries on standard input]
  fuzz         ask the search queries that nobody would type         [--seconds N] [--seed N]
  score        measure the search on the judged queries              [--queries] [--record] [--from FOLDER]
  bench        measure the search, natively and in Chromium beside others   [--native] [--engines] [--page] [--many] [--scales 1,10] [--record]
  tidy         check the house rules
  screenshots  take pictures of the built pages                     [--out DIR] [--only NAME] [--readme]
  size         print the download in parts, against its budget      [--record]
  stage        what Trunk calls after it has built: pages, styles, module";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "help".to_owned());
    let rest: Vec<String> = arguments.collect();
    let result = match command.as_str() {
        "agreement" => agreement::run(&rest),
        "bench" => bench::run(&rest),
        "check" => check::run(&rest),
        "cite" => cite::run(&rest),
        "fidelity" => fidelity::run(&rest),
        "score" => score::run(&rest),
        "search" => search::run(&rest),
        "fuzz" => fuzz::run(&rest),
        "drafts" => drafts::run(&rest),
        "many" => many::run(&rest),
        "dump" => dump::run(&rest),
        "fingerprint" => check::fingerprint(&rest),
        "stage" => stage::run(&rest),
        "serve" => trunk::serve(&rest),
        "build" => release::build(&rest),
        "test" => test::run(&rest),
        "sentences" => sentences::run(&rest),
        "setup" => setup::run(&rest),
        "tidy" => tidy::run(&rest),
        "screenshots" => screenshots::run(&rest),
        "size" => size::run(&rest),
        "statistics" => statistics::run(&rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(anyhow::anyhow!("there is no command `{other}`; `cargo xtask help` lists them")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
