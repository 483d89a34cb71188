# Reads exported files with the parsers that other programs use, and prints what they found as JSON.
# Argument: the folder with bibtex.bib, biblatex.bib and ris.ris.

import json
import pathlib
import sys

import rispy
from pybtex.database import parse_file

folder = pathlib.Path(sys.argv[1])


def bibtex(name):
    entries = parse_file(str(folder / name), bib_format="bibtex").entries
    return {
        key: {
            "type": entry.type,
            "authors": [" ".join(person.last_names) for person in entry.persons.get("author", [])],
            "given": [name for person in entry.persons.get("author", []) for name in person.first_names],
            **dict(entry.fields),
        }
        for key, entry in entries.items()
    }


with open(folder / "ris.ris", encoding="utf-8", newline="") as file:
    ris = rispy.load(file)

print(json.dumps({"bibtex": bibtex("bibtex.bib"), "biblatex": bibtex("biblatex.bib"), "ris": ris}))
