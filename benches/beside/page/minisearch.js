// MiniSearch as it comes.
import MiniSearch from "minisearch";
import { excerpt, texts } from "./texts.js";

export async function load(scale) {
  const blocks = await texts(scale);
  const begun = performance.now();
  const index = new MiniSearch({ fields: ["nb", "en"] });
  index.addAll(blocks);
  const taken = performance.now() - begun;
  return {
    index: taken,
    ask: (query) => index.search(query).length,
    show: (query, most) => index.search(query).slice(0, most).map((hit) => excerpt(blocks[hit.id])),
  };
}
