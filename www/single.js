// Comes before the module in the one file that has everything in itself: what the module fetches stands here, packed.

/* global KEPT -- files by their names, written in by `cargo xtask stage` */

const fetch = async (url) => {
  const packed = Uint8Array.from(atob(KEPT[url.href.split("/").pop()]), (letter) => letter.charCodeAt(0));
  const whole = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(whole, { headers: { "content-type": "application/wasm" } });
};
