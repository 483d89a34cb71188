//! What can be asked, and what is said to those who ask for something else.

use crate::{bad, good};

const COMMANDS: [&str; 6] = ["check", "fingerprint", "bundle", "import", "format", "licences"];

#[test]
fn help_lists_every_command_and_each_has_its_own() {
    let help = good(&["help"]);
    assert_eq!(help, good(&["--help"]));
    assert_eq!(help, good(&["-h"]));
    assert_eq!(help, good(&[""; 0]));
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is not in the help");
    }
    for command in ["check", "fingerprint", "bundle", "import"] {
        let own = good(&[command, "--help"]);
        assert!(own.starts_with(&format!("Usage: strategy-reader {command} ")), "{own}");
        assert_eq!(own, good(&[command, "-h"]));
    }
    assert_eq!(good(&["--version"]), format!("strategy-reader {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_format_is_printed_as_it_is_described() {
    assert_eq!(good(&["format"]), include_str!("../../data/README.md"));
}

#[test]
fn the_licence_of_the_citation_styles_is_told() {
    let told = good(&["licences"]);
    assert!(told.contains("Citation Style Language") && told.contains("CC BY-SA 3.0"), "{told}");
}

#[test]
fn what_is_not_understood_is_named() {
    let check = |arguments: &[&str], expected: &str| assert_eq!(bad(2, arguments), expected, "{arguments:?}");
    let help = "`strategy-reader help` says what can be asked";
    check(&["pack"], "there is no command `pack`; `strategy-reader help` lists them");
    check(&["--loud"], &format!("invalid option '--loud'; {help}"));
    check(&["check", "data", "more"], &format!("unexpected argument \"more\"; {help}"));
    check(&["check", "--strict"], &format!("invalid option '--strict'; {help}"));
    check(&["bundle", "data", "-o"], &format!("missing argument for option '-o'; {help}"));
    let write = "write `strategy-reader bundle DIR -o FILE`";
    check(&["bundle"], &format!("the folder of the documents is missing; {write}"));
    check(&["bundle", "data"], &format!("the file to write, `-o FILE`, is missing; {write}"));
}
