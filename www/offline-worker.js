// The service worker of "Read without a network": keeps all files of one version, and hands out those and no others. Another
// version has another cache, so that the two never meet. Registered by `offline.js`, and only when somebody asked.

/* global FILES, MARKS, VERSION -- written in by `cargo xtask stage` */

const SITE = self.registration.scope;
/** How the names of our caches begin; `offline.js` has the same. */
const OURS = `strategy-reader ${SITE} `;
const CACHE = OURS + VERSION;
/** How many files are fetched at once. */
const AT_ONCE = 4;
/** A file that did not come, or could not be put away, is tried again after each of these pauses, in milliseconds. */
const PAUSES = [1000, 3000];

/** The files by their path below the start page, with their hashes; pages have none, since a server may add to them. */
const files = new Map(Object.entries(FILES));

let keeping;

/** Tells all pages. That nobody can be told is no reason not to keep. */
async function tell(what) {
  const all = self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const pages = await all.catch(() => []);
  pages.forEach((page) => page.url.startsWith(SITE) && page.postMessage({ strategyReader: what }));
}

/** A file of this very version, or an error: the server may have been given another one in the meantime. */
async function fetched(path, integrity) {
  const response = await fetch(SITE + path, { cache: "reload", ...(integrity && { integrity }) });
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  const body = await response.arrayBuffer();
  if (!integrity) {
    const page = new TextDecoder().decode(body);
    if (!MARKS.every((mark) => page.includes(mark))) throw new TypeError(`${path} is of another version`);
  }
  // Made anew, since a page that came by way of a redirection would be refused later.
  const headers = new Headers(response.headers);
  ["content-encoding", "content-length"].forEach((name) => headers.delete(name));
  return new Response(body, { headers });
}

async function put(cache, [path, integrity], [pause, ...pauses] = PAUSES) {
  try {
    await cache.put(SITE + path, await fetched(path, integrity));
  } catch (error) {
    if (!pause) throw error;
    await new Promise((done) => setTimeout(done, pause));
    await put(cache, [path, integrity], pauses);
  }
}

/** Keeps all files, or none. Those that an attempt has left which was killed are of this version too, and are used. */
async function keep(tell) {
  let failure;
  let why;
  try {
    const cache = await caches.open(CACHE);
    const there = new Set((await cache.keys()).map((request) => request.url));
    const wanted = [...files].filter(([path]) => !there.has(SITE + path));
    let done = files.size - wanted.length;
    // Each hand stops after the first failure of any, so that nothing is put away or said after it.
    const hand = async () => {
      for (let next; !failure && (next = wanted.shift()); ) {
        try {
          await put(cache, next);
          done++;
          if (!failure) await tell({ done, of: files.size });
        } catch (error) {
          failure ??= error;
          why ??= `${next[0]}: ${error}`;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    if (!failure) return await tell({ done, of: files.size });
  } catch (error) {
    failure = error;
  }
  await caches.delete(CACHE).catch(() => {});
  const isRefused = ["QuotaExceededError", "SecurityError", "InvalidStateError"].includes(failure.name);
  await tell({ failed: isRefused ? "refused" : "not-fetched", why: why ?? String(failure) });
  throw failure;
}

async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** The path of a file that is kept, if a request is for one. */
function wanted({ method, url }) {
  const address = url.split(/[?#]/)[0];
  if (method !== "GET" || !address.startsWith(SITE)) return undefined;
  const path = address.slice(SITE.length).replace(/(^|\/)index\.html$/, "$1");
  return files.has(path) || files.has(`${path}/`) ? path : undefined;
}

async function answer(request, path) {
  if (!files.has(path)) return Response.redirect(`${SITE}${path}/`);
  const kept = await caches.match(SITE + path, { cacheName: CACHE, ignoreVary: true });
  if (kept) return kept;
  // What was kept is no longer whole. Files of two versions must not meet, so all of it goes.
  if (!keeping) {
    await self.registration.unregister();
    await caches.delete(CACHE);
  }
  return fetch(request);
}

function keepOnce(tell) {
  keeping ??= keep(tell).finally(() => {
    keeping = undefined;
  });
  return keeping;
}

// While an older version is there, nobody waits for this one, and nobody needs to hear that it did not come.
self.addEventListener("install", (event) =>
  event.waitUntil(keepOnce(self.registration.active ? async () => {} : tell)),
);

self.addEventListener("activate", (event) =>
  event.waitUntil(dropOthers().then(() => self.clients.claim())),
);

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  if (event.data === "keep") event.waitUntil(keepOnce(tell).catch(() => self.registration.unregister()));
});

self.addEventListener("fetch", (event) => {
  const path = wanted(event.request);
  if (path !== undefined) event.respondWith(answer(event.request, path));
});
