// FlexSearch with prefixes, and with suggestions, without which it answers no question.
import { Document } from "flexsearch";
import { excerpt, texts } from "./texts.js";

const MOST = 100;

export async function load(scale) {
  const blocks = await texts(scale);
  const begun = performance.now();
  const index = new Document({ document: { id: "id", index: ["nb", "en"] }, tokenize: "forward" });
  for (const block of blocks) index.add(block);
  const search = (query, limit) => index.search(query, { limit, suggest: true, merge: true });
  const taken = performance.now() - begun;
  return {
    index: taken,
    ask: (query) => search(query, MOST).length,
    show: (query, most) => search(query, most).slice(0, most).map((hit) => excerpt(blocks[hit.id])),
  };
}
