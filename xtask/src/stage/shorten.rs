//! What the glue and the WebAssembly call each other. Names by wasm-bindgen are long and end in a hash, which nothing
//! compresses, and stand in both files; here they become one or two letters, and functions of the glue that do the same
//! become one.

use anyhow::{Context, Result, ensure};
use std::collections::HashMap;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// How an import or an export says that it is a function.
const FUNCTION: u8 = 0;
/// Where wasm-bindgen's glue begins to list the functions that it hands to the WebAssembly.
const TABLE: &str = "    const import0 = {\n";

/// The WebAssembly and its glue with short names. What begins with `shared` keeps the name that others know it by.
pub fn shorten(wasm: &[u8], glue: &str, shared: &[&str]) -> Result<(Vec<u8>, String)> {
    let (glue, same) = without_doubles(glue)?;
    let mut names = Names::default();
    let mut short = wasm.get(..8).context("the WebAssembly is cut short")?.to_vec();
    let mut rest = Bytes(&wasm[8..]);
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        let size = rest.number()?;
        let section = rest.take(size)?;
        let section = match kind {
            IMPORTS => imports(Bytes(section), shared, &same, &mut names)?,
            EXPORTS => exports(Bytes(section), shared, &mut names)?,
            _ => section.to_vec(),
        };
        short.push(kind);
        write_number(&mut short, section.len());
        short.extend(section);
    }
    Ok((short, names.written_into(&glue)?))
}

/// The short names of imports and exports by their long ones.
#[derive(Default)]
struct Names {
    module: String,
    imports: HashMap<String, String>,
    exports: HashMap<String, String>,
}

impl Names {
    /// The glue with the short names.
    fn written_into(&self, glue: &str) -> Result<String> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
        let module = format!("\"{}\": import0", self.module);
        ensure!(glue.matches(&module).count() == 1, "the glue names its table otherwise than expected");
        let glue = glue.replacen(&module, "\"a\": import0", 1);
        let mut written = String::with_capacity(glue.len());
        let mut found = 0;
        let mut rest = glue.as_str();
        while let Some(start) = rest.find(is_part) {
            written.push_str(&rest[..start]);
            let word = &rest[start..];
            let (word, behind) = word.split_at(word.find(|c| !is_part(c)).unwrap_or(word.len()));
            let names = if written.ends_with("wasm.") { &self.exports } else { &self.imports };
            let short = names.get(word);
            found += usize::from(short.is_some() && !written.ends_with("wasm."));
            written.push_str(short.map_or(word, String::as_str));
            rest = behind;
        }
        written.push_str(rest);
        ensure!(found == self.imports.len(), "the glue has {found} of {} imports", self.imports.len());
        Ok(written)
    }
}

fn imports(
    mut section: Bytes<'_>,
    shared: &[&str],
    same: &HashMap<String, String>,
    names: &mut Names,
) -> Result<Vec<u8>> {
    let count = section.number()?;
    let mut written = Vec::new();
    write_number(&mut written, count);
    for _ in 0..count {
        let module = section.name()?;
        let long = section.name()?;
        ensure!(section.byte()? == FUNCTION, "`{long}` is imported and no function");
        if is_shared(long, shared) {
            write_name(&mut written, module);
            write_name(&mut written, long);
        } else {
            names.module = module.to_owned();
            let long = same.get(long).map_or(long, String::as_str);
            let next = letters(names.imports.len());
            let short = names.imports.entry(long.to_owned()).or_insert(next);
            write_name(&mut written, "a");
            write_name(&mut written, short);
        }
        written.push(FUNCTION);
        write_number(&mut written, section.number()?);
    }
    Ok(written)
}

fn is_shared(name: &str, shared: &[&str]) -> bool {
    shared.iter().any(|shared| name.starts_with(shared))
}

fn exports(mut section: Bytes<'_>, shared: &[&str], names: &mut Names) -> Result<Vec<u8>> {
    let count = section.number()?;
    let mut written = Vec::new();
    write_number(&mut written, count);
    for place in 0..count {
        let long = section.name()?;
        let short = if is_shared(long, shared) { long.to_owned() } else { letters(place) };
        write_name(&mut written, &short);
        names.exports.insert(long.to_owned(), short);
        written.push(section.byte()?);
        write_number(&mut written, section.number()?);
    }
    Ok(written)
}

/// The glue without the functions that are written like one before them, and for each of those the name of that one.
fn without_doubles(glue: &str) -> Result<(String, HashMap<String, String>)> {
    let missing = "the glue has no table of functions";
    let (before, rest) = glue.split_once(TABLE).context(missing)?;
    let (table, behind) = rest.split_once("\n    };\n").context(missing)?;
    let (mut first, mut same) = (HashMap::new(), HashMap::new());
    let mut kept = String::new();
    // A function begins on a line of its own depth; what follows it, up to the next, is deeper or closes it.
    for function in table.split("\n        __wb").filter(|function| function.contains(": function(")) {
        let (name, body) = function.split_once(": ").context(missing)?;
        let name = format!("__wb{}", name.trim_start().trim_start_matches("__wb"));
        let body = body.trim_end();
        match first.get(body) {
            Some(other) => {
                same.insert(name, String::clone(other));
            }
            None => {
                kept += &format!("        {name}: {body}\n");
                first.insert(body, name);
            }
        }
    }
    Ok((format!("{before}{TABLE}        __proto__: null,\n{kept}    }};\n{behind}"), same))
}

/// `a` to `z`, then `aa` and on.
fn letters(place: usize) -> String {
    let last = char::from(b'a' + (place % 26) as u8);
    if place < 26 { last.to_string() } else { format!("{}{last}", letters(place / 26 - 1)) }
}

/// What is still unread of a WebAssembly file.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).context("the WebAssembly is cut short")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// A number in LEB128.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Ok(number)
    }

    fn name(&mut self) -> Result<&'a str> {
        let size = self.number()?;
        Ok(std::str::from_utf8(self.take(size)?)?)
    }
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_name(out: &mut Vec<u8>, name: &str) {
    write_number(out, name.len());
    out.extend(name.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::{letters, shorten};

    /// A module that imports three functions, two of them alike, and exports one; and its glue.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\x02\x31\x03\x03./g\x09__wbg_a_1\0\0\x03./g\x09__wbg_b_2\0\x01\x03./g\x09__wbg_c_3\0\0\
        \x07\x0a\x01\x06memory\x02\0\x01\x01\xff";
    const GLUE: &str = "let wasm;
    const import0 = {
        __proto__: null,
        __wbg_a_1: function(arg0) {
            return arg0.key;
        },
        __wbg_b_2: function() {
            wasm.memory.grow(1);
        },
        __wbg_c_3: function(arg0) {
            return arg0.key;
        },
    };
    return { \"./g\": import0 };
";

    #[test]
    fn both_files_get_the_same_short_names() {
        let (wasm, glue) = shorten(WASM, GLUE, &[]).unwrap_or_else(|error| panic!("{error:#}"));
        let short = b"\0asm\x01\0\0\0\x02\x13\x03\x01a\x01a\0\0\x01a\x01b\0\x01\x01a\x01a\0\0\x07\x05\x01\x01a\x02\0\x01\x01\xff";
        assert_eq!(wasm, short);
        let expected = "let wasm;
    const import0 = {
        __proto__: null,
        a: function(arg0) {
            return arg0.key;
        },
        b: function() {
            wasm.a.grow(1);
        },
    };
    return { \"a\": import0 };
";
        assert_eq!(glue, expected);
    }

    #[test]
    fn what_others_know_by_its_name_keeps_it() {
        let (wasm, glue) = shorten(WASM, GLUE, &["mem"]).unwrap_or_else(|error| panic!("{error:#}"));
        assert!(wasm.ends_with(b"\x07\x0a\x01\x06memory\x02\0\x01\x01\xff"), "{wasm:x?}");
        assert!(glue.contains("wasm.memory.grow(1)") && glue.contains("b: function"), "{glue}");
    }

    #[test]
    fn glue_that_does_not_fit_is_refused() {
        for glue in ["", &GLUE.replace("__wbg_b_2", "__wbg_d_4"), &GLUE.replace("./g", "./h")] {
            assert!(shorten(WASM, glue, &[]).is_err(), "{glue}");
        }
        for length in 0..WASM.len() {
            // A file may end after any section.
            let whole = [59, 71].contains(&length);
            assert_eq!(shorten(&WASM[..length], GLUE, &[]).is_ok(), whole, "cut to {length} bytes");
        }
    }

    #[test]
    fn letters_go_on_after_z() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letters).into();
        assert_eq!(names, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
