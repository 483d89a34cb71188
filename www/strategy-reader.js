// The element <strategy-reader>: loads the WebAssembly, keeps the text readable when that fails. Nothing else is here:
// all that needs no failing browser to be useful is Rust.

import makeGlue from "glue";
import controls from "controls.css";
import { failures } from "./failures.js";

/* global WASM_FILE, WASM_INTEGRITY, STYLE_FILE -- written in by `cargo xtask stage` */

const OPTIONS = ["document", "section", "lang", "text-lang", "routing", "base", "link-base"];

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

function sheet(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

const controlSheet = sheet(controls);

class StrategyReader extends HTMLElement {
  static observedAttributes = OPTIONS;

  #reader;
  #mount;
  #internals = this.attachInternals();
  /** Grows with every start and stop, so that a start that was overtaken gives up. */
  #generation = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [controlSheet];
    this.#showText();
  }

  connectedCallback() {
    styleText(this.getRootNode());
    if (!this.#reader) this.#start();
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

  async #start() {
    const generation = ++this.#generation;
    try {
      const { Reader } = await load();
      if (generation !== this.#generation || !this.isConnected) return;
      if (!this.hasAttribute("data-page-lang")) {
        this.setAttribute("data-page-lang", this.querySelector("[data-fingerprint]")?.lang ?? this.lang);
      }
      const mount = document.createElement("div");
      mount.className = "sr-mount";
      this.shadowRoot.append(mount);
      this.#mount = mount;
      this.#reader = new Reader(this, mount, this.#options());
      await drawn(mount);
      // Frame and state change together, before the next picture: nothing on the page moves.
      this.shadowRoot.replaceChildren(mount);
      this.#internals.states.add("ready");
    } catch (error) {
      if (generation === this.#generation) this.#fail(error);
    }
  }

  /** The text alone, as it came with the page, and what is to be said of it. */
  #showText(...notice) {
    const contents = document.createElement("slot");
    contents.name = "contents";
    this.shadowRoot.replaceChildren(...notice, document.createElement("slot"), contents);
  }

  #stop() {
    this.#generation++;
    this.#internals.states.delete("ready");
    this.#reader?.destroy();
    this.#reader = undefined;
    this.#mount?.remove();
  }

  #options() {
    const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const given = OPTIONS.filter((name) => this.hasAttribute(name));
    return Object.fromEntries(given.map((name) => [camel(name), this.getAttribute(name)]));
  }

  /** The text stays; a sentence says what does not work, and a button tries again. */
  #fail(error) {
    console.error("strategy-reader:", error);
    const { sentence, retry } = failures(this.lang);
    const notice = document.createElement("p");
    notice.className = "sr-failure";
    notice.setAttribute("role", "status");
    notice.append(`${sentence} `);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sr-button";
    button.textContent = retry;
    button.addEventListener("click", () => this.#start());
    notice.append(button);
    this.#showText(notice);
    this.dispatchEvent(new CustomEvent("strategy-reader-error", { bubbles: true, composed: true, detail: { error } }));
  }
}

/** Waits until something is drawn. A panic while drawing leaves the element empty and says nothing. */
function drawn(mount) {
  if (mount.firstChild) return undefined;
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(mount, { childList: true });
    setTimeout(() => reject(new Error("nothing was drawn")), 2000);
  });
}

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
