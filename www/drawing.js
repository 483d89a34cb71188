// How a reader is drawn: whether it is, how large, where it begins, and the style of its text.

/* global STYLE_FILE -- written in by `cargo xtask stage` */

/** How long, in milliseconds, drawing may take before it counts as failed, and a reader must do well after a panic. */
export const PATIENCE = 3000;

/** Waits until something is drawn. A panic while drawing leaves the element empty and says nothing. */
export function drawn(mount) {
  const isDrawn = () => mount.querySelector(".sr-frame") !== null;
  if (isDrawn()) return undefined;
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (!isDrawn()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(mount, { childList: true, subtree: true });
    setTimeout(() => reject(Object.assign(new Error("nothing was drawn"), { isBlank: true })), PATIENCE);
  });
}

/** The style of the controls, which all readers share. */
export const controlSheet = new CSSStyleSheet();
let controls = "";

/** How many times larger a rem would be if the page left it alone; 1 where it does. */
let times;
/** The style of the text, where the page makes a rem smaller. */
let text;

/** Many pages make a rem smaller for all that is on them. Here, a rem is what the reader's own browser has for letters, as an em
 * is where the window is asked for its width. */
function whole(css) {
  return css.replace(/([\d.]+)rem/g, (_, count) => `${count * times}rem`);
}

/** Adds to the style of the controls. */
export function dress(css) {
  if (controls.includes(css)) return; // A fresh instance brings it again.
  controls += css;
  controlSheet.replaceSync(times > 1 ? whole(controls) : controls);
}

/** Takes the style out of a later part of the WebAssembly, which is about to draw. */
export function came({ module }) {
  WebAssembly.Module.customSections(module, "style").forEach((css) => dress(new TextDecoder().decode(css)));
}

/** Puts the style of the text into a reader's page, or another component's shadow root, that does not have it yet; and mends
 * that of the controls, with the first reader. */
export function style(reader) {
  if (!STYLE_FILE) return; // The one file has it in itself.
  const root = reader.getRootNode();
  const url = new URL(STYLE_FILE, import.meta.url).href;
  if (!times) {
    // In the shadow root, where no rule of the page reaches.
    const probe = reader.shadowRoot.firstChild;
    probe.style.font = "medium serif";
    const [own, page] = [probe, document.documentElement].map((one) => parseFloat(getComputedStyle(one).fontSize));
    probe.style.font = "";
    times = Math.max(own / page, 1);
  }
  if (times > 1) {
    if (!text) {
      controlSheet.replaceSync(whole(controls));
      text = new CSSStyleSheet();
      // The size that somebody chose is one of the element's own, in rem.
      const chosen = `strategy-reader[style*=text-size] .sr-text{font-size:calc(var(--sr-text-size)*${times})}`;
      fetch(url).then(async (answer) => text.replace(whole(await answer.text()) + chosen));
    }
    if (!root.adoptedStyleSheets.includes(text)) root.adoptedStyleSheets.push(text);
    return;
  }
  const home = root.head ?? root;
  if ([...home.querySelectorAll("link[rel=stylesheet]")].some((link) => link.href === url)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = url;
  home.append(link);
}

/** Where the reader stands in a box of the page that scrolls, that box is scrolled to the place where it begins; the page itself
 * never is. */
export function begin(reader) {
  const place = reader.querySelector(`[data-anchor="${reader.state.anchor}"]`);
  let box = reader;
  do box = box.assignedSlot ?? box.parentElement ?? box.getRootNode().host;
  while (box && !(/auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight));
  if (!place || !box || box.contains(document.body)) return;
  const [start, top] = [place, box].map((one) => one.getBoundingClientRect().top);
  box.scrollTop += start - top - parseFloat(getComputedStyle(place).scrollMarginTop);
}
