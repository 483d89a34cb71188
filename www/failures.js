// What is said when the WebAssembly cannot be had; the other phrases are in src/strings.

const PHRASES = {
  nb: {
    sentence: "Søk, sitering og språkvalg virker ikke akkurat nå. Teksten kan leses som vanlig.",
    retry: "Prøv igjen",
  },
  nn: {
    sentence: "Søk, sitering og språkval verkar ikkje akkurat no. Teksten kan lesast som vanleg.",
    retry: "Prøv igjen",
  },
  en: {
    sentence: "Search, citing and the choice of language do not work right now. The text can be read as usual.",
    retry: "Try again",
  },
};

/** The phrases in the language of a tag such as `nn-NO`, else in bokmål. */
export function failures(tag) {
  return PHRASES[tag.toLowerCase().split("-")[0]] ?? PHRASES.nb;
}
