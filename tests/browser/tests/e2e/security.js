// Hostile words, the doors that they are tried at, and what must be true after each try; `security.rs` tells the stories.
(() => {
  const LONG = 3000;
  // Each would do harm somewhere if it were more than words: as markup, script, address, key, number or byte.
  const WORDS = [
    '<img src="x:" onerror="harm(1)"><script>harm(2)</script><b class="harm">',
    '"><b class="harm" onclick="harm(3)" onfocus="harm(4)" autofocus tabindex="0">',
    "'-->]]></title></style></textarea></template><svg onload=harm(5)><iframe srcdoc='<script>parent.harm(6)</script>'>",
    "javascript:harm(7)",
    "\u0001JavaScript\t:harm(8)//",
    "javascript://%0aharm(9)",
    "data:text/html,<script>parent.harm(10)</script>",
    "//elsewhere.example/x",
    "https://elsewhere.example/?x=",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "\u202e\u2066gnul\u2069\u200f\u061c",
    "æ".repeat(LONG),
    "%ff%fe%e0%80%",
    "%00%0d%0a",
    "\0",
    "\ud800",
    "Norge \udc00 og \ud83d",
    "{{7*7}}${harm(11)}",
    "../../../etc/passwd",
    "-1",
    "NaN",
    "1e999",
    "?q=&words=,,,&theme=__proto__&to=#:~:text=x",
    " ",
    "",
  ];
  const FEW = ["<", '"', "j", "/", "_", "%", "\ud800", "\0"];
  const STRANGE = [undefined, null, 7, 7n, true, {}, [[]], Symbol("x"), harm, document, circle(), trap(), heavy(),
    trap([]), revoked({}), revoked([]), rude()];

  const harmed = [];
  function harm(what = "a dialog") {
    harmed.push(what);
  }
  window.harm = window.alert = window.confirm = window.prompt = window.open = harm;

  function circle() {
    const it = {};
    return Object.assign(it, { it, document: [it] });
  }
  function refuse() {
    throw new Error("refused on purpose");
  }
  /** Whatever is asked of it is an error. */
  function trap(around = {}) {
    return new Proxy(around, { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse });
  }
  /** Even whether it is an array is an error. */
  function revoked(around) {
    const { proxy, revoke } = Proxy.revocable(around, {});
    revoke();
    return proxy;
  }
  /** Has its keys, but not what belongs to them. */
  function rude() {
    return Object.defineProperty({}, "theme", { get: refuse, enumerable: true });
  }
  /** Says that it is longer than memory. */
  function heavy() {
    return { length: 2 ** 31, toString: () => "heavy" };
  }

  // What comes into the page, however briefly.
  const seen = new Set();
  const EVIL = "script, iframe, frame, object, embed, base, meta, img, .harm, [srcdoc]";
  const isEvil = (element) => element.matches(EVIL) || element.getAttributeNames().some((name) => name.startsWith("on"));
  const leads = (element) => ["href", "src", "action", "formaction", "xlink:href", "data"].map((name) => element.getAttribute(name));
  const isScript = (address) => address !== null && /^[\s\0-\x20]*(javascript|data|vbscript):/i.test(address.replace(/[\t\n\r]/g, ""));
  function inspect(element) {
    const written = [element.localName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)];
    if (isEvil(element)) seen.add(written.join(" ").slice(0, 80));
    if (element === reader()) return; // Its attributes are the host's.
    leads(element).filter(isScript).forEach((address) => seen.add(`a link to ${address.slice(0, 60)}`));
  }
  function inspectAll(node) {
    if (node.nodeType === Node.ELEMENT_NODE) [node, ...node.querySelectorAll("*")].forEach(inspect);
  }
  const watcher = new MutationObserver(look);
  function look(records) {
    for (const { type, target, addedNodes } of records) {
      if (type === "attributes") inspect(target);
      else addedNodes.forEach(inspectAll);
    }
  }
  const watched = { subtree: true, childList: true, attributes: true };
  const reader = () => document.querySelector("#tried");
  watcher.observe(document, watched);
  watcher.observe(reader().shadowRoot, watched);

  const page = location.pathname;
  /** Until the next picture, or as long as one takes where an engine draws seldom. */
  const pause = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, 30);
    });
  async function until(isTrue) {
    const end = performance.now() + 15000;
    while (!isTrue() && performance.now() < end) await pause();
  }
  const isReady = () => reader().matches(":state(ready)");
  const encoded = (word) => encodeURIComponent(word.toWellFormed?.() ?? word.replace(/[\ud800-\udfff]/g, "\ufffd"));

  /** What is wrong, in words; nothing where all is well. */
  async function fault() {
    look(watcher.takeRecords());
    if (harmed.length) return `a script ran: ${harmed}`;
    if (seen.size) return `there is ${[...seen].join(", ")}`;
    if (Object.keys(Object.prototype).length || {}.harm !== undefined) return "all objects were changed";
    if (!isReady()) return "the reader is gone";
    if (!reader().querySelector("article, .sr-start")?.innerText.trim()) return "the page is blank";
    if (reader().shadowRoot.querySelector(".sr-failure")) return "the reader complains";
    if ((await reader().search("Norge")).length === 0) return "the reader does not find";
    return null;
  }

  async function startAnew() {
    const [one, parent] = [reader(), reader().parentNode];
    one.remove();
    await pause();
    parent.append(one);
    // As when it comes into sight, which some engines are slow to notice.
    await one.start();
    await until(isReady);
  }
  function write(field, word) {
    field.value = word;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }
  /** An error is an answer, if it is one for programs, or the engine's own for what is no value at all. */
  const told = (error) => {
    if (!error.code && error.name !== "TypeError" && error.message !== "refused on purpose") throw error;
  };
  const attributes = (names, word) => names.forEach((name) => reader().setAttribute(name, word));
  const tame = () => Object.entries({ document: "secpol-2017", lang: "nb", routing: "hash" }).forEach((pair) => reader().setAttribute(...pair));

  /** Starts with a hostile word in every attribute that is read at the start, and asks where its links lead. */
  async function start(word, routing) {
    attributes(["section", "text-lang", "heading-level", "base", "link-base", "data-page-lang"], word);
    attributes(["routing"], routing);
    await startAnew();
    const { link } = reader().state;
    if (link !== undefined && !/^https?:/.test(link)) throw new Error(`links begin with ${link}`);
    tame();
  }

  const DOORS = {
    async attributes(word) {
      for (const name of ["document", "section", "lang", "text-lang", "heading-level", "routing", "base", "link-base", "dir"]) {
        attributes([name], word);
        await pause();
      }
      reader().section = word;
      await pause();
      tame();
      reader().removeAttribute("dir");
    },
    hash: (word) => start(word, "hash"),
    path: (word) => start(word, "path"),
    nowhere: (word) => start(word, word),
    async nothing(word) {
      attributes(["document", "lang"], word);
      await startAnew();
      tame();
    },
    async fragment(word) {
      const said = encoded(word);
      for (const address of [word, `${said}/nb/?q=${said}#${said}`, `secpol-2017/${said}/?view=${said}&theme=${said},${said}&ui=${said}#${said}`,
        `secpol-2017/nb/?words=${said},${said}&to=${said}&sort=${said}&text=${said}&group=${said}&__proto__=${said}#sp17-title`]) {
        location.hash = `#/${address}`;
        await pause();
      }
    },
    async address(word) {
      const said = encoded(word);
      const site = new URL("../../", location.origin + page).href;
      for (const address of [`./${word}`, `secpol-2017/${said}/?q=${word}&view=${said}&year=${said}&__proto__=${said}#${word}`]) {
        try {
          history.pushState(word, "", site + address);
        } catch {
          continue; // Not every browser takes every one.
        }
        dispatchEvent(new PopStateEvent("popstate", { state: word }));
        await pause();
      }
      history.replaceState(Infinity, "", page);
      dispatchEvent(new PopStateEvent("popstate"));
    },
    async questions(word) {
      const one = reader();
      const names = ["document", "part", "theme", "actor", "lang", "limit", "style", "quote", "edition", "accessed", word];
      const options = Object.fromEntries(names.map((name) => [name, word]));
      Object.defineProperty(options, "__proto__", { value: word, enumerable: true });
      const anchor = "sp17-title";
      const asked = [one.search(word, options), one.search("Norge", options), one.section(word, options), one.section(anchor, options),
        one.filter(options), one.filter({ theme: [word, word] }), one.commitments(options), one.cite(word, options), one.cite(anchor, options), one.cite(anchor, word)];
      await Promise.all(asked.map((answer) => answer.catch(told)));
      await one.goTo(word);
      await pause();
      await one.goTo(anchor);
    },
    async strange(value) {
      const one = reader();
      const options = { document: value, theme: [value], limit: value, lang: value };
      const asked = [one.search(value, value), one.search("Norge", options), one.section(value, options), one.filter(value), one.filter(options),
        one.commitments(value), one.cite("sp17-title", value), one.cite(value, options), one.goTo(value)];
      await Promise.all(asked.map((answer) => answer.catch(told)));
      await pause();
      await one.goTo("sp17-title");
    },
    async search(word) {
      write(reader().shadowRoot.querySelector("input[type=search]"), word);
      await pause();
      await pause();
    },
    async quotation(word) {
      write(reader().shadowRoot.querySelector("textarea"), `${word} Norge ${word} og ${word}`);
      await pause();
    },
    async storage(word) {
      const said = encoded(word);
      for (const kept of [word, `${word}\n${word}\nsecpol-2017/nb/#${said}\nsecpol-2017/nb/?words=${said},${said}&to=${said}#sp17-title`]) {
        localStorage.setItem("strategy-reader", kept);
        await startAnew();
      }
      localStorage.clear();
    },
    async file(word) {
      reader().setAttribute("src", word);
      await pause();
      await pause();
      reader().removeAttribute("src");
      tame();
      await until(isReady);
    },
  };

  const places = (list) => list.map((_, at) => at);
  window.tries = {
    words: places(WORDS),
    // One of a sort, where each takes its time.
    few: places(WORDS).filter((at) => FEW.includes(WORDS[at][0]) || WORDS[at].length === LONG),
    values: places(STRANGE),
    fault,
    /** Tries one word, or one value that is none, at a door. */
    async go(door, at) {
      const word = (door === "strange" ? STRANGE : WORDS)[at];
      try {
        await DOORS[door](word);
      } catch (error) {
        return `${error} at ${at}`;
      }
      await pause();
      const wrong = await fault();
      return wrong && `${wrong} after ${door === "strange" ? at : JSON.stringify(word).slice(0, 80)}`;
    },
  };
  return true;
})();
