//! The project's own commands, one file a command. `cargo xtask help` lists them.

mod check;
mod data;
mod dump;
mod fidelity;
mod mends;
mod stage;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve        set up, build and serve the reader, follow changes   [--port N] [--offline]
  build        write dist/www/, ready to upload
  test         run every test there is                              [NAME of one step, or --list]
  setup        get the tools that are missing, and nothing else     [--browsers]

  check        read data/ and report every problem
  fidelity     compare every original with its source text          [--seeds DIR]
  fingerprint  write the fingerprint of each edition into its file
  dump         print the documents as JSON
  tidy         check the house rules
  screenshots  take pictures of the built pages                     [--out DIR]
  size         print the download in parts
  stage        what Trunk calls after it has built: pages, styles, module";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "help".to_owned());
    let rest: Vec<String> = arguments.collect();
    let result = match command.as_str() {
        "check" => check::run(&rest),
        "fidelity" => fidelity::run(&rest),
        "dump" => dump::run(&rest),
        "fingerprint" => check::fingerprint(&rest),
        "stage" => stage::run(&rest),
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
