// Makes Pagefind's index: `node pagefind-index.mjs text-1.json pagefind-1/`.
import { readFile } from "node:fs/promises";
import * as pagefind from "pagefind";

const [text, folder] = process.argv.slice(2);
const { index } = await pagefind.createIndex({ forceLanguage: "no" });
for (const block of JSON.parse(await readFile(text, "utf8"))) {
  const content = `${block.nb}\n${block.en}`;
  const { errors } = await index.addCustomRecord({ url: `/${block.id}/`, content, language: "no" });
  if (errors.length) throw new Error(errors.join("\n"));
}
const { errors } = await index.writeFiles({ outputPath: folder });
if (errors.length) throw new Error(errors.join("\n"));
await pagefind.close();
