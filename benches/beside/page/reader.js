// The search of strategy-reader.
import start, { Engine } from "engine";

export async function load(scale) {
  const [bytes] = await Promise.all([
    fetch(`text-${scale}.srdr`).then((answer) => answer.arrayBuffer()),
    start({ module_or_path: fetch("engine_bg.wasm") }),
  ]);
  const engine = new Engine(new Uint8Array(bytes));
  const begun = performance.now();
  engine.index();
  const index = performance.now() - begun;
  return { index, ask: (query) => engine.ask(query), show: (query, most) => engine.show(query, most) };
}
