// Files of documents on their way.

/* global LARGEST -- written in by `cargo xtask stage` */

/** How long, in milliseconds, files may be on their way before that is said; without any byte, for those of documents. */
export const DELAY = 10000;

/** The bytes of a file, or a word for what happened to them; `src/embed/bundle.rs` says it in sentences. */
export async function fetchAll(address) {
  const stop = new AbortController();
  const parts = [];
  let [fault, length, clock] = ["network", 0];
  const wait = () => {
    clearTimeout(clock);
    clock = setTimeout(() => {
      fault = "slow";
      stop.abort();
    }, DELAY);
  };
  const demand = (isWell, word) => {
    if (!isWell) throw (fault = word);
  };
  try {
    wait();
    const response = await fetch(address, { signal: stop.signal });
    demand(response.ok, response.status < 500 ? "missing" : fault);
    demand(!(response.headers.get("content-length") > LARGEST), "large");
    const body = response.body.getReader();
    for (let part; !(part = await body.read()).done; parts.push(part.value)) {
      wait();
      length += part.value.length;
      demand(length <= LARGEST, "large");
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } catch {
    stop.abort();
    return fault;
  } finally {
    clearTimeout(clock);
  }
}
