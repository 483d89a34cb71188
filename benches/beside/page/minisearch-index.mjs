// Makes the index that `minisearch-shipped.js` loads: `node minisearch-index.mjs text-1.json minisearch-1.json`.
import { readFile, writeFile } from "node:fs/promises";
import MiniSearch from "minisearch";

const [text, file] = process.argv.slice(2);
const index = new MiniSearch({ fields: ["nb", "en"] });
index.addAll(JSON.parse(await readFile(text, "utf8")));
await writeFile(file, JSON.stringify(index));
