// The element <strategy-reader>: loads the WebAssembly when it is needed, keeps the text readable when that fails, and
// starts anew after a panic. Nothing else is here: all that needs no failing browser to be useful is Rust.

import makeGlue from "glue";
import controls from "controls.css";
import { PATIENCE, begin, came, controlSheet, drawn, dress, style } from "./drawing.js";
import { failures, page } from "./failures.js";
import { DELAY, fetchAll } from "./fetching.js";
import { guarded, isPanic } from "./panics.js";

/* global WASM_FILE, WASM_INTEGRITY, OFFLINE_FILE, PAGES -- written in by `cargo xtask stage` */

const OPTIONS = ["document", "section", "lang", "text-lang", "routing", "base", "link-base", "heading-level"];

/** A file with documents, and whether it has the only ones. */
const FILE = ["src", "src-only"];

let loading;
let leaving;

/** The module, loaded once for all readers of the page; a failed attempt is forgotten, so that a retry is one. */
function load() {
  if (!loading) {
    leaving = new AbortController();
    const mine = (loading = instance(leaving.signal));
    mine.catch(() => {
      if (loading === mine) loading = undefined;
    });
  }
  return loading;
}

async function instance(signal) {
  const glue = makeGlue((exports) => guarded(exports, startAnew), came);
  const url = new URL(WASM_FILE, import.meta.url);
  await glue.default({ module_or_path: fetch(url, { integrity: WASM_INTEGRITY, signal }) });
  return glue;
}

/** Files of documents that are open or on their way, by the names of their shelves. */
const files = new Map();

/** The name of the shelf with the documents of a file, opened once for all readers; a failed attempt is forgotten. */
function open(address, alone) {
  const name = `${alone} ${address}`;
  if (!files.has(name)) {
    const opening = Promise.all([load(), fetchAll(address)]);
    files.set(name, opening.then(([glue, file]) => glue.ask(name, "open", file, alone)).then(() => name));
    files.get(name).catch(() => files.delete(name));
  }
  return files.get(name);
}

/** A promise of the answer to a question: of an element, about its documents; else about those of the binary. What answers is fetched with the first one. */
async function ask(asked, ...question) {
  const shelf = asked instanceof StrategyReader ? await StrategyReader.shelfOf(asked) : "";
  return (await load()).ask(shelf, ...question);
}

/** The version of the questions below and of their answers, which are described in the README. */
export const version = 1;
export function documents() {
  return ask(this, "documents");
}
export function section(anchor, options) {
  return ask(this, "section", anchor, options);
}
export function search(query, options) {
  return ask(this, "search", query, options);
}
export function filter(options) {
  return ask(this, "filter", undefined, options);
}
export function commitments(options) {
  return ask(this, "commitments", undefined, options);
}
export function cite(anchor, options) {
  return ask(this, "cite", anchor, options);
}

dress(controls);

/** Readers that have started. */
const living = new Set();

class StrategyReader extends HTMLElement {
  static observedAttributes = [...OPTIONS, ...FILE];

  #reader;
  /** The name of the shelf with its documents; those of the binary stand on one without. */
  #shelf = "";
  /** A promise of the end of the last start; nothing before the first one, and once it is stopped. */
  #started;
  /** Whether another file is wanted than the one that is shown or on its way. */
  #wantsOther = false;
  #isStarting = false;
  #internals = this.attachInternals();
  /** Grows with every start and stop, so that a start that was overtaken gives up. */
  #generation = 0;
  #hasPanicked = false;
  /** When it became ready. */
  #since;
  /** The language that the controls spoke last; a person may have chosen another than the page's. */
  #spoken;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [controlSheet];
    this.#showText();
  }

  connectedCallback() {
    style(this);
    // All that it says is written from left to right, whatever the page around it is.
    this.dir ||= "ltr";
    if (!this.#reader) nearby.observe(this);
  }

  disconnectedCallback() {
    // An element that is moved comes back within the same task, and keeps its reader.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name) {
    this.#wantsOther ||= FILE.includes(name);
    // What is changed together is followed together.
    queueMicrotask(() => {
      if (this.#wantsOther && this.#started) this.start();
      else if (!this.#isStarting) this.#reader?.update(this.#options());
    });
  }

  /** Where the reader stands; nothing before it is ready. */
  get state() {
    return this.#reader?.state();
  }

  /** The question. Set, it is the attribute: frameworks set as a property what an element has. */
  get section() {
    return section;
  }

  set section(anchor) {
    if (anchor == null) this.removeAttribute("section");
    else this.setAttribute("section", anchor);
  }

  /** Goes to an anchor, of whatever document, as soon as the reader is ready. */
  async goTo(anchor) {
    await this.#begun();
    // What is no string would be taken for one, and its length believed.
    this.#reader?.goTo(`${anchor}`);
  }

  /** The name of the shelf with the documents that an element shows, once they are there. */
  static async shelfOf(element) {
    if (element.hasAttribute("src")) await element.#begun();
    return element.#shelf;
  }

  async #begun() {
    if (!this.#reader) await this.#started;
    if (!this.#reader) await this.start();
  }

  /** Starts, or starts anew when the file of its documents is another. What is there stays until the new one is. */
  start() {
    return (this.#started = this.#start());
  }

  async #start() {
    nearby.unobserve(this);
    living.add(this);
    this.#isStarting = true;
    this.#wantsOther = false;
    const generation = ++this.#generation;
    const isOvertaken = () => generation !== this.#generation || !this.isConnected;
    let clock;
    try {
      const late = Object.assign(new Error("the module is still on its way"), { isLate: true });
      clock = setTimeout(() => this.#fail(late), DELAY);
      const opened = this.#open();
      opened.catch(() => {});
      const { Reader } = await load();
      clearTimeout(clock);
      const { shelf, fault, isUseless } = await opened;
      if (isOvertaken()) return;
      if (isUseless) {
        if (!this.#reader) this.#forget();
        this.#reader?.update(this.#options());
        this.#say(fault);
        return;
      }
      if (this.#reader) {
        this.#reader.destroy();
        this.#forget();
      }
      // A reader before this one may have left its text.
      this.querySelectorAll(":scope > .sr-drawn").forEach((drawn) => drawn.remove());
      living.add(this);
      this.#shelf = shelf;
      if (!this.hasAttribute("data-page-lang")) {
        this.setAttribute("data-page-lang", this.querySelector("[data-fingerprint]")?.lang ?? this.#lang());
      }
      // Where the page's address follows the reader, an icon that is named against it would be sought elsewhere.
      if (this.getAttribute("routing") === "path") {
        for (const icon of document.querySelectorAll("link[rel=icon]")) icon.setAttribute("href", icon.href);
      }
      const mount = document.createElement("div");
      mount.className = "sr-mount";
      mount.hidden = true;
      this.shadowRoot.append(mount);
      this.#reader = new Reader(this, mount, { ...this.#options(), shelf });
      this.#isStarting = false;
      await drawn(mount);
      // Frame and state change together, before the next picture: nothing on the page moves.
      const top = this.getBoundingClientRect().top;
      mount.hidden = false;
      [...this.shadowRoot.children].filter((child) => child !== mount).forEach((child) => child.remove());
      this.#internals.states.add("ready");
      this.#since = performance.now();
      // Firefox and WebKit lose the place that they scrolled to when the text goes to another slot.
      scrollBy({ top: this.getBoundingClientRect().top - top, behavior: "instant" });
      this.#reader.shown();
      this.#tell("ready");
      if (fault) this.#say(fault);
      if (!/^(hash|path)$/.test(this.getAttribute("routing"))) begin(this);
      attend(this);
    } catch (error) {
      if (generation !== this.#generation) return;
      if (error.isBlank) startAnew(error);
      // A panic starts all readers anew by itself.
      else if (!isPanic(error)) this.#fail(error);
    } finally {
      clearTimeout(clock);
      if (generation === this.#generation) this.#isStarting = false;
    }
  }

  /** The documents to show; and what is wrong with the file of them, where something is. */
  async #open() {
    const src = this.getAttribute("src");
    if (!src) return { shelf: "" };
    const alone = this.hasAttribute("src-only");
    try {
      return { shelf: await open(src, alone) };
    } catch (wrong) {
      // What kept the module from coming is not the file's fault.
      if (!wrong.sentences) throw wrong;
      // Those of the binary will do, unless the document that is wanted is not among them.
      const wanted = this.getAttribute("document");
      const isUseless = alone || this.#reader || (wanted && !Object.hasOwn(PAGES, wanted));
      return { shelf: "", fault: Object.assign(wrong, { src }), isUseless };
    }
  }

  #stop() {
    this.#generation++;
    nearby.unobserve(this);
    this.#reader?.destroy();
    this.#forget();
    this.#started = undefined;
  }

  /** After a panic the instance is lost, and with it the reader's memory; the place is in the address. */
  recover(error) {
    // One that panics again before it did well for a while will not do well.
    const again = this.#hasPanicked && !(performance.now() - this.#since > PATIENCE);
    this.#hasPanicked = true;
    this.#generation++;
    this.#forget();
    if (again) this.#fail(error);
    else this.start();
  }

  #forget() {
    living.delete(this);
    this.#spoken = this.#speaks();
    this.#reader = this.#since = undefined;
    this.#shelf = "";
    this.#internals.states.delete("ready");
    this.#showText();
  }

  #speaks() {
    return this.shadowRoot.querySelector(".sr-frame")?.lang ?? this.#spoken;
  }

  #lang() {
    return this.getAttribute("lang") || this.closest("[lang]")?.lang || "nb";
  }

  #options() {
    const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const given = OPTIONS.filter((name) => this.hasAttribute(name));
    const options = given.map((name) => [camel(name), this.getAttribute(name)]);
    const told = (what, said) => this.#tell(what, what === "error" ? { error: said } : said);
    const all = { ...Object.fromEntries(options), lang: this.#lang(), told };
    // Documents of a file have no pages of their own.
    if (this.hasAttribute("src") && all.routing === "path") all.routing = "hash";
    return all;
  }

  /** The text alone, as it came with the page, and what is to be said of it. */
  #showText(...notice) {
    const contents = document.createElement("slot");
    contents.name = "contents";
    this.shadowRoot.replaceChildren(document.createElement("slot"), contents, ...notice);
  }

  /** The text stays, without the reader. */
  #fail(error) {
    this.#forget();
    this.#say(error);
  }

  /** A sentence says what does not work, a button tries again, and the host hears of it. */
  #say(error) {
    console.error("strategy-reader:", error);
    const { place, sentence, empty, retry } = failures(this.#speaks() ?? this.#lang());
    const hasText = this.#reader || this.textContent.trim();
    const notice = document.createElement("p");
    notice.className = "sr-failure";
    notice.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sr-button";
    button.textContent = retry;
    button.addEventListener("click", () => {
      // One that is still on its way would only be waited for.
      if (error.isLate) {
        loading = undefined;
        leaving.abort();
      }
      this.start();
    });
    const said = [error.sentences?.[place], this.#reader ? "" : hasText ? sentence : empty];
    notice.append(said.filter(Boolean).join(" "), " ", ...(hasText ? [] : page(this, this.#lang())), button);
    this.shadowRoot.querySelector(".sr-failure")?.remove();
    this.shadowRoot.append(notice);
    this.#tell("error", { error });
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`strategy-reader-${what}`, { bubbles: true, composed: true, detail }));
  }
}

/** Readers start when they come near the window. */
const nearby = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => entry.target.start()),
  { rootMargin: "50%" },
);

/** A panic leaves the scheduler that all readers share in disorder: each of them starts anew in a fresh instance. */
function startAnew(error) {
  loading = undefined;
  files.clear();
  [...living].forEach((reader) => reader.recover(error));
}

/** What keeps the site for reading without a network. Only on the site's own pages, which lie around this file. */
async function offline(reader) {
  const site = new URL("./", import.meta.url).href;
  const isOwn = reader?.getAttribute("routing") === "path" && location.href.startsWith(site) && parent === window;
  return isOwn ? import(new URL(OFFLINE_FILE, site)) : undefined;
}

/** Sees to a site that is kept, and keeps one that was installed or says of itself that it should be kept. */
async function attend(reader) {
  const keeps = reader.getAttribute("offline") === "auto" || matchMedia("(display-mode: standalone)").matches;
  if (!keeps && !navigator.serviceWorker?.controller) return;
  const kept = await offline(reader);
  kept?.attend(reader);
  if (keeps) kept?.keep();
}
addEventListener("appinstalled", async () => (await offline(document.querySelector("strategy-reader")))?.keep());

/** Stands in the settings. */
class Offline extends HTMLElement {
  async connectedCallback() {
    (await offline(this.getRootNode().host))?.show(this);
  }
}

Object.assign(StrategyReader.prototype, { documents, search, filter, commitments, cite });

if (!customElements.get("strategy-reader")) customElements.define("strategy-reader", StrategyReader);
if (!customElements.get("strategy-reader-offline")) customElements.define("strategy-reader-offline", Offline);
