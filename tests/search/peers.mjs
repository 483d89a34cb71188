// How well others find on the judged list: nDCG at 10 by group, as `cargo xtask score` has it.
//   npm install --no-save minisearch@7.2.0 flexsearch@0.8.212 fuse.js@7.1.0 @orama/stemmers
//   cargo xtask dump > texts.json && node tests/search/peers.mjs texts.json
// Each has the same blocks, a record a block with the original and its translation.
import { readFileSync } from "node:fs";
import { stemmer } from "@orama/stemmers/norwegian";
import flexsearch from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

const rows = (name) =>
  readFileSync(new URL(name, import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));
const blocks = [];
for (const editions of Object.values(JSON.parse(readFileSync(process.argv[2], "utf8")))) {
  const others = new Map((editions.en ?? []).map((block) => [block.anchor, block.text]));
  for (const { anchor, text } of editions.nb) blocks.push({ id: blocks.length, anchor, nb: text, en: others.get(anchor) ?? "" });
}

const fold = (word) =>
  word
    .replace(/ae|æ/g, "a")
    .replace(/oe|ø/g, "o")
    .replace(/aa|å/g, "a")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
const stem = (word) => fold(stemmer(word.toLowerCase()));
/** The later parts of a word, from three letters on. */
const ends = (word) => {
  const all = [];
  for (let start = 3; start <= word.length - 3; start++) all.push(word.slice(start));
  return all.length ? all : null;
};

const mini = new MiniSearch({ fields: ["nb", "en"] });
mini.addAll(blocks);
const fitted = new MiniSearch({
  fields: ["nb", "en", "ends"],
  extractField: (block, field) => block[field === "ends" ? "nb" : field],
  processTerm: (word, field) => (field === "ends" ? ends(stem(word)) : stem(word)),
  searchOptions: {
    processTerm: stem,
    boost: { ends: 0.3 },
    prefix: (word) => word.length > 2,
    fuzzy: (word) => (word.length > 4 ? 0.2 : false),
  },
});
fitted.addAll(blocks);
const flex = new flexsearch.Document({ document: { id: "id", index: ["nb", "en"] }, tokenize: "forward" });
for (const block of blocks) flex.add(block);
const fuse = new Fuse(blocks, { keys: ["nb", "en"], threshold: 0.3, ignoreLocation: true });

const engines = {
  MiniSearch: (query) => mini.search(query).map((hit) => hit.id),
  "MiniSearch, fitted": (query) => fitted.search(query).map((hit) => hit.id),
  FlexSearch: (query) => flex.search(query, { limit: 100, suggest: true, merge: true }).map((hit) => hit.id),
  Fuse: (query) => fuse.search(query).map((hit) => hit.refIndex),
};

const grades = new Map();
for (const [id, anchor, grade] of rows("judgements.tsv")) grades.set(`${id} ${anchor}`, Number(grade));
const sum = (list) => list.slice(0, 10).reduce((all, grade, place) => all + (2 ** grade - 1) / Math.log2(place + 2), 0);
const scores = {};
for (const [id, group, , , query] of rows("queries.tsv")) {
  const judged = [...grades].filter(([key]) => key.startsWith(`${id} `)).map(([, grade]) => grade);
  const best = sum(judged.sort((one, other) => other - one));
  for (const [name, search] of Object.entries(engines)) {
    const found = search(query).map((place) => grades.get(`${id} ${blocks[place].anchor}`) ?? 0);
    const score = best ? sum(found) / best : Number(!found.length);
    for (const row of [group, "all"]) ((scores[row] ??= {})[name] ??= []).push(score);
  }
}
console.log(["group", ...Object.keys(engines)].join("\t"));
for (const [group, by] of Object.entries(scores).sort()) {
  const mean = (list) => (list.reduce((all, one) => all + one, 0) / list.length).toFixed(2);
  console.log([group, ...Object.values(by).map(mean)].join("\t"));
}
