// The element <strategy-reader>: loads the WebAssembly when it is needed, keeps the text readable when that fails, and
// starts anew after a panic. Nothing else is here: all that needs no failing browser to be useful is Rust.

import makeGlue from "glue";
import controls from "controls.css";
import { failures } from "./failures.js";

/* global WASM_FILE, WASM_INTEGRITY, STYLE_FILE -- written in by `cargo xtask stage` */

const OPTIONS = ["document", "section", "lang", "text-lang", "routing", "base", "link-base", "heading-level"];

/** How long, in milliseconds, drawing may take before it counts as failed, and within which a second panic is the last. */
const PATIENCE = 3000;

let loading;

/** The module, loaded once for all readers of the page; a failed attempt is forgotten, so that a retry is one. */
function load() {
  loading ??= (async () => {
    const glue = makeGlue();
    const url = new URL(WASM_FILE, import.meta.url);
    await glue.default({ module_or_path: fetch(url, { integrity: WASM_INTEGRITY }) });
    return glue;
  })().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

const controlSheet = new CSSStyleSheet();
controlSheet.replaceSync(controls);

/** Readers that are drawn. */
const living = new Set();

class StrategyReader extends HTMLElement {
  static observedAttributes = OPTIONS;

  #reader;
  #internals = this.attachInternals();
  /** Grows with every start and stop, so that a start that was overtaken gives up. */
  #generation = 0;
  #panicked = -Infinity;
  /** The language that the controls spoke last; a person may have chosen another than the page's. */
  #spoken;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [controlSheet];
    this.#showText();
  }

  connectedCallback() {
    styleText(this.getRootNode());
    if (!this.#reader) nearby.observe(this);
  }

  disconnectedCallback() {
    // An element that is moved comes back within the same task, and keeps its reader.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback() {
    this.#reader?.update(this.#options());
  }

  async start() {
    nearby.unobserve(this);
    const generation = ++this.#generation;
    try {
      const { Reader } = await load();
      if (generation !== this.#generation || !this.isConnected) return;
      if (!this.hasAttribute("data-page-lang")) {
        this.setAttribute("data-page-lang", this.querySelector("[data-fingerprint]")?.lang ?? this.#lang());
      }
      const mount = document.createElement("div");
      mount.className = "sr-mount";
      mount.hidden = true;
      this.shadowRoot.append(mount);
      this.#reader = new Reader(this, mount, this.#options());
      living.add(this);
      await drawn(mount);
      // Frame and state change together, before the next picture: nothing on the page moves.
      const top = this.getBoundingClientRect().top;
      mount.hidden = false;
      [...this.shadowRoot.children].filter((child) => child !== mount).forEach((child) => child.remove());
      this.#internals.states.add("ready");
      // Firefox and WebKit lose the place that they scrolled to when the text goes to another slot.
      scrollBy({ top: this.getBoundingClientRect().top - top, behavior: "instant" });
    } catch (error) {
      if (generation === this.#generation) this.#fail(error);
    }
  }

  #stop() {
    this.#generation++;
    nearby.unobserve(this);
    this.#reader?.destroy();
    this.#forget();
  }

  /** After a panic the instance is lost, and with it the reader's memory; the place is in the address. */
  recover(error) {
    this.#forget();
    const again = performance.now() - this.#panicked < PATIENCE;
    this.#panicked = performance.now();
    if (again) this.#fail(error);
    else this.start();
  }

  #forget() {
    living.delete(this);
    this.#spoken = this.shadowRoot.querySelector(".sr-frame")?.lang ?? this.#spoken;
    this.#reader = undefined;
    this.#internals.states.delete("ready");
    this.#showText();
  }

  #lang() {
    return this.getAttribute("lang") || this.closest("[lang]")?.lang || "nb";
  }

  #options() {
    const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const given = OPTIONS.filter((name) => this.hasAttribute(name));
    const options = given.map((name) => [camel(name), this.getAttribute(name)]);
    return { ...Object.fromEntries(options), lang: this.#lang() };
  }

  /** The text alone, as it came with the page, and what is to be said of it. */
  #showText(...notice) {
    const contents = document.createElement("slot");
    contents.name = "contents";
    this.shadowRoot.replaceChildren(document.createElement("slot"), contents, ...notice);
  }

  /** The text stays; a sentence says what does not work, and a button tries again. */
  #fail(error) {
    console.error("strategy-reader:", error);
    this.#forget();
    const { sentence, retry } = failures(this.#spoken ?? this.#lang());
    const notice = document.createElement("p");
    notice.className = "sr-failure";
    notice.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sr-button";
    button.textContent = retry;
    button.addEventListener("click", () => this.start());
    notice.append(`${sentence} `, button);
    this.#showText(notice);
    this.dispatchEvent(new CustomEvent("strategy-reader-error", { bubbles: true, composed: true, detail: { error } }));
  }
}

/** Readers start when they come near the window. */
const nearby = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => entry.target.start()),
  { rootMargin: "50%" },
);

/** Waits until something is drawn. A panic while drawing leaves the element empty and says nothing. */
function drawn(mount) {
  if (mount.firstChild) return undefined;
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(mount, { childList: true });
    setTimeout(() => reject(new Error("nothing was drawn")), PATIENCE);
  });
}

/** A panic is a trap, which no other error of a page is likely to be. It leaves the scheduler that all readers share in disorder: each of them starts anew in a fresh instance. */
function notice(error) {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  loading = undefined;
  [...living].forEach((reader) => reader.recover(error));
}
addEventListener("error", (event) => notice(event.error));
addEventListener("unhandledrejection", (event) => notice(event.reason));

/** Puts the style of the text into a page, or another component's shadow root, that does not have it yet. */
function styleText(root) {
  const home = root.head ?? root;
  const url = new URL(STYLE_FILE, import.meta.url).href;
  if ([...home.querySelectorAll("link[rel=stylesheet]")].some((link) => link.href === url)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = url;
  home.append(link);
}

if (!customElements.get("strategy-reader")) customElements.define("strategy-reader", StrategyReader);
