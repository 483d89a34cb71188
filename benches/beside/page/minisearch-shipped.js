// MiniSearch as it comes, with an index that was made ahead.
import MiniSearch from "minisearch";
import { excerpt, texts } from "./texts.js";

export async function load(scale) {
  const made = fetch(`minisearch-${scale}.json`).then((answer) => answer.text());
  const [blocks, json] = await Promise.all([texts(scale), made]);
  const begun = performance.now();
  const index = MiniSearch.loadJSON(json, { fields: ["nb", "en"] });
  const taken = performance.now() - begun;
  return {
    index: taken,
    ask: (query) => index.search(query).length,
    show: (query, most) => index.search(query).slice(0, most).map((hit) => excerpt(blocks[hit.id])),
  };
}
