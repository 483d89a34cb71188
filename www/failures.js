// What is said when the WebAssembly cannot be had; the other phrases are in src/strings.

/* global PAGES -- written in by `cargo xtask stage` */

// `place` is that of the language in lists of sentences. A tag may be a name that every object knows, so this one knows none.
const PHRASES = {
  __proto__: null,
  nb: {
    place: 0,
    sentence: "Søk, sitering og språkvalg virker ikke akkurat nå. Teksten kan leses som vanlig.",
    empty: "Dokumentet kan ikke vises her akkurat nå.",
    retry: "Prøv igjen",
  },
  nn: {
    place: 1,
    sentence: "Søk, sitering og språkval verkar ikkje akkurat no. Teksten kan lesast som vanleg.",
    empty: "Dokumentet kan ikkje visast her akkurat no.",
    retry: "Prøv igjen",
  },
  en: {
    place: 2,
    sentence: "Search, citing and the choice of language do not work right now. The text can be read as usual.",
    empty: "The document cannot be shown here right now.",
    retry: "Try again",
  },
};

/** The phrases in the language of a tag such as `nn-NO`, else in bokmål. */
export function failures(tag) {
  return PHRASES[tag.toLowerCase().split("-")[0]] ?? PHRASES.nb;
}

/** A link to the page that has the text of an element, where there is one. */
export function page(element, lang) {
  const id = element.getAttribute("document");
  if (!Object.hasOwn(PAGES, id)) return [];
  const titles = PAGES[id];
  const link = document.createElement("a");
  const wanted = element.getAttribute("text-lang") ?? lang;
  link.lang = Object.hasOwn(titles, wanted) ? wanted : Object.keys(titles)[0];
  link.href = new URL(`${id}/${link.lang}/`, import.meta.url).href;
  link.textContent = titles[link.lang];
  return [link, " "];
}
