// MiniSearch set up so that it finds most: Norwegian stems, æ ø å folded, the later parts of words, prefixes, typing errors.
import { stemmer } from "@orama/stemmers/norwegian";
import MiniSearch from "minisearch";
import { excerpt, texts } from "./texts.js";

const fold = (word) =>
  word
    .replace(/ae|æ/g, "a")
    .replace(/oe|ø/g, "o")
    .replace(/aa|å/g, "a")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
const stem = (word) => fold(stemmer(word.toLowerCase()));

/** The ends of a word, from three letters on. */
function ends(word) {
  const stemmed = stem(word);
  const all = [];
  for (let start = 3; start <= stemmed.length - 3; start++) all.push(stemmed.slice(start));
  return all.length ? all : null;
}

export async function load(scale) {
  const blocks = await texts(scale);
  const begun = performance.now();
  const index = new MiniSearch({
    fields: ["nb", "en", "ends"],
    extractField: (block, field) => block[field === "ends" ? "nb" : field],
    processTerm: (word, field) => (field === "ends" ? ends(word) : stem(word)),
    searchOptions: {
      processTerm: stem,
      boost: { ends: 0.3 },
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(blocks);
  const taken = performance.now() - begun;
  return {
    index: taken,
    ask: (query) => index.search(query).length,
    show: (query, most) => index.search(query).slice(0, most).map((hit) => excerpt(blocks[hit.id])),
  };
}
