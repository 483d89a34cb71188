// Loads one engine, says when it was ready, asks it every query, and then answers whoever types.

const asked = new URLSearchParams(location.search);
const [engine, scale] = [asked.get("engine"), asked.get("scale")];

/** A time below this cannot be told from the clock's steps; a query is repeated until it took as long. */
const ENOUGH = 2;
const SHOWN = 10;

// Where the memory of WebAssembly cannot be asked for from outside: what was made of it here.
const memories = [];
const instantiate = (original) => async (...given) => {
  const made = await original.apply(WebAssembly, given);
  const instance = made.instance ?? made;
  memories.push(...Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Memory));
  return made;
};
WebAssembly.instantiate = instantiate(WebAssembly.instantiate);
WebAssembly.instantiateStreaming = instantiate(WebAssembly.instantiateStreaming);
window.wasmBytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

async function timed(ask, query) {
  // Engines that answer at once are asked without waiting, which would cost them a turn of the event loop.
  let answer = ask(query);
  const waits = answer instanceof Promise;
  if (waits) await answer;
  let [count, start] = [0, performance.now()];
  do {
    answer = ask(query);
    if (waits) await answer;
    count++;
  } while (performance.now() - start < ENOUGH);
  return (performance.now() - start) / count;
}

async function main() {
  const start = performance.now();
  // Not written into the call, where the bundler would put all engines into this script.
  const script = `./${engine}.js`;
  const { load } = await import(script);
  const { ask, show, index = 0 } = await load(scale, asked.has("one-thread"));
  await ask("sikkerhet");
  const ready = performance.now() - start;

  const [input, list] = [document.querySelector("input"), document.querySelector("ol")];
  input.addEventListener("input", () => {
    const draw = (texts) => {
      list.replaceChildren(
        ...texts.map((text) => {
          const item = document.createElement("li");
          item.textContent = text;
          return item;
        }),
      );
    };
    const texts = show(input.value, SHOWN);
    if (texts instanceof Promise) window.settled = texts.then(draw);
    else draw(texts);
  });

  const times = [];
  if (asked.has("ask")) {
    const queries = await (await fetch("queries.json")).json();
    for (const query of queries) times.push(await timed(ask, query));
  }
  window.outcome = { ready, index, times };
}

main().catch((error) => {
  window.outcome = { error: String(error?.stack ?? error) };
});
