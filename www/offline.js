// "Read without a network", on our own pages: keeps the whole site on the device when somebody presses the button, takes it
// away again, and offers what is new. Fetched when the settings are opened, and on pages that are kept already. What keeps
// and hands out the files is the service worker, `offline-worker.js`.

import css from "./css/offline.css";
import { phrases } from "./offline-phrases.js";

/* global SINGLE_FILE -- written in by `cargo xtask stage` */

/** The start page; the worker stands beside it and sees nothing above it. */
const SITE = new URL("./", import.meta.url).href;
/** How the names of our caches begin. Another reader of the same origin has another site. */
const OURS = `strategy-reader ${SITE} `;

const workers = navigator.serviceWorker;
const policy = window.trustedTypes?.createPolicy("strategy-reader", { createScriptURL: (url) => url });

/** How far it is, for all who show it: `away`, `keeping`, `kept`, `removed`, `unable`, and what failed: `refused`, `not-fetched`. */
let state = "away";
let progress = { done: 0, of: 0 };
/** Whether a newer version is kept, and waits until nobody reads the old one or somebody asks for it. */
let isNewer = false;
const watchers = new Set();
/** An attempt that failed without a word of the worker's is made once more, after so many milliseconds. */
const PAUSE = 1000;
let isTriedAgain = false;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Brings our looks into the shadow root of a reader. */
function dress(root) {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function tell(next) {
  state = next;
  watchers.forEach((watcher) => watcher());
}

async function registration() {
  const found = await workers.getRegistration(SITE);
  // What else the origin may have is another's.
  return found?.scope === SITE ? found : undefined;
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

async function forget() {
  await Promise.all((await ours()).map((name) => caches.delete(name)));
}

/** How things stand when this file is first wanted. */
const known = (async () => {
  if (!workers || !window.caches) return tell("unable");
  workers.addEventListener("message", ({ data }) => data?.strategyReader && hear(data.strategyReader));
  workers.startMessages();
  workers.addEventListener("controllerchange", () => isNewer && location.reload());
  const found = await registration();
  if (found?.installing || (found && (await ours()).length)) return follow(found);
  // What an attempt left behind that was killed, or the browser when it took the room back.
  await found?.unregister();
  await forget();
})().catch(() => tell("refused"));

/** What the worker says of itself. */
function hear({ done, of, failed, why }) {
  if (failed) return fail(failed, why);
  progress = { done, of };
  tell(done < of ? "keeping" : "kept");
}

const followed = new WeakSet();

function follow(found) {
  const watch = (worker) => {
    if (followed.has(worker)) return tell(state);
    followed.add(worker);
    const changed = () => {
      isNewer ||= Boolean(found.waiting && found.active);
      if (worker.state === "activated") tell("kept");
      else if (worker.state === "redundant" && !found.active && state === "keeping") tryAgain("the worker ended");
      else tell(state);
    };
    worker.addEventListener("statechange", changed);
    changed();
  };
  [found.active, found.waiting, found.installing].filter(Boolean).forEach(watch);
  found.onupdatefound = () => watch(found.installing);
}

/** Registers the worker, which keeps everything. */
export async function keep() {
  await known;
  if (!workers || state === "kept" || state === "keeping") return;
  progress = { done: 0, of: 0 };
  isTriedAgain = false;
  tell("keeping");
  // Asked for, so that the browser does not take it away when it wants the room; it works without.
  navigator.storage?.persist?.().catch(() => {});
  await register();
}

async function register() {
  try {
    const url = new URL("offline-worker.js", SITE).href;
    const found = await workers.register(policy?.createScriptURL(url) ?? url, {
      scope: SITE,
      updateViaCache: "none",
    });
    // One that was just taken away is still there while its page is, and is not installed anew.
    if (found.active) found.active.postMessage("keep");
    else follow(found);
  } catch (error) {
    if (error.name === "SecurityError") fail("refused", error);
    else tryAgain(error);
  }
}

/** A browser may end a worker, or not begin one, for reasons of its own. That is tried once more. */
function tryAgain(why) {
  if (isTriedAgain) return fail("not-fetched", why);
  isTriedAgain = true;
  setTimeout(() => state === "keeping" && register(), PAUSE);
}

function fail(how, why) {
  console.error(`strategy-reader: cannot keep the site: ${why}`);
  tell(how);
}

/** Takes everything away again. */
async function remove() {
  await (await registration())?.unregister();
  await forget();
  isNewer = false;
  tell("removed");
}

/** All pages of the site that are open come anew, from the newer version. */
async function turn() {
  (await registration())?.waiting?.postMessage("take over");
}

function element(tag, className, words) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (words) made.textContent = words;
  return made;
}

function button(words, act) {
  const made = element("button", "sr-button", words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Draws the part of the settings, in the language that it has, and keeps it true. */
export async function show(place) {
  await known;
  const words = phrases(place.lang);
  const name = element("h3", "sr-field-name", words.name);
  // What is said stands in one element throughout, so that it is read aloud when it changes.
  const said = element("p", "sr-help");
  said.role = "status";
  said.tabIndex = -1;
  const actions = element("div", "sr-actions");
  const file = element("p", "sr-help");
  // The file is not among what is kept.
  if (SINGLE_FILE && navigator.onLine) {
    const link = element("a", "sr-offline-file", words.file);
    link.href = new URL(SINGLE_FILE, SITE);
    link.download = SINGLE_FILE;
    file.append(link, `. ${words.fileAbout}`);
  }
  dress(place.getRootNode());
  place.replaceChildren(name, said, actions, file);

  let offered;
  const draw = () => {
    if (!place.isConnected) return watchers.delete(draw);
    said.textContent = words[state](progress);
    const offers = isNewer ? [[words.turn, turn]] : [];
    if (state === "kept") offers.push([words.remove, remove]);
    else if (state !== "keeping" && state !== "unable") offers.push([words.name, keep]);
    const named = offers.map(([words]) => words).join();
    // A button that stays is the same one, also for somebody who is just pressing it.
    if (named === offered) return;
    offered = named;
    const holdsFocus = actions.contains(place.getRootNode().activeElement);
    actions.replaceChildren(...offers.map((offer) => button(...offer)));
    if (holdsFocus) said.focus();
  };
  watchers.add(draw);
  draw();
}

/** On a page that is kept: says in the reader when there is something newer. */
export async function attend(reader) {
  await known;
  const draw = () => {
    if (!reader.isConnected) return watchers.delete(draw);
    if (!isNewer) return;
    watchers.delete(draw);
    const words = phrases(reader.shadowRoot.querySelector(".sr-frame")?.lang ?? "");
    const notice = element("p", "sr-offer");
    notice.role = "status";
    dress(reader.shadowRoot);
    reader.shadowRoot.append(notice);
    const later = button(words.later, () => notice.remove());
    notice.append(words.newer, button(words.turn, turn), later);
  };
  watchers.add(draw);
  draw();
}
