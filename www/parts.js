// The page of parts: the same glue and the same style sheet as the reader's, in a shadow root of its own.

import makeGlue from "glue";
import controls from "controls.css";

/* global WASM_FILE -- written in by `cargo xtask stage` */

const host = document.querySelector("#parts");
const root = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(controls);
root.adoptedStyleSheets = [sheet];
const mount = document.createElement("div");
mount.className = "sr-mount";
root.append(mount);
const glue = makeGlue();
await glue.default({ module_or_path: new URL(WASM_FILE, import.meta.url) });
glue.showParts(host, mount);
host.dataset.ready = "";
