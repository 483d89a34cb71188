// Formats records with citeproc-js. Reads jobs as JSON from standard input, writes what became of each in the same order.
// A job: { style, locale, items, cites }; a cite is a list of { id, label, locator, mode } given one after the other, of
// which the last is told. Arguments: the folder of styles, the folder of locales.

const fs = require("node:fs");
const path = require("node:path");
const CSL = require("citeproc");

const [styles, locales] = process.argv.slice(2);
const engines = new Map();
let items = new Map();

const system = {
  retrieveItem: (id) => items.get(id),
  retrieveLocale: (code) => {
    const file = path.join(locales, `locales-${code}.xml`);
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
  },
};

// Making one takes seconds for the larger styles.
function engine(style, locale) {
  const key = `${style} ${locale}`;
  if (!engines.has(key)) {
    const text = fs.readFileSync(path.join(styles, `${style}.csl`), "utf8");
    engines.set(key, new CSL.Engine(system, text, locale, true));
  }
  return engines.get(key);
}

function cited(processor, cite) {
  const before = cite.slice(0, -1).map((one, at) => {
    const citation = { citationID: `c${at}`, citationItems: [one], properties: { noteIndex: at + 1 } };
    processor.processCitationCluster(citation, [...Array(at).keys()].map((n) => [`c${n}`, n + 1]), []);
    return [`c${at}`, at + 1];
  });
  const last = cite.at(-1);
  const properties = { noteIndex: cite.length };
  if (last.mode) properties.mode = last.mode;
  return processor.previewCitationCluster({ citationItems: [last], properties }, before, [], "html");
}

function run(job) {
  items = new Map(job.items.map((item) => [item.id, item]));
  const processor = engine(job.style, job.locale);
  processor.updateItems(job.items.map((item) => item.id));
  const [parameters, entries] = processor.makeBibliography();
  const told = Object.fromEntries(parameters.entry_ids.map(([id], at) => [id, entries[at]]));
  const result = { entries: job.items.map((item) => told[item.id]), cites: job.cites.map((cite) => cited(processor, cite)) };
  processor.restoreProcessorState([]);
  return result;
}

const jobs = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(jobs.map(run)));
