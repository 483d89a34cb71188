// Pagefind, whose index was made ahead; the pieces that a word needs are fetched when it is asked for.
export async function load(scale, oneThread) {
  const base = new URL(`pagefind-${scale}/`, location.href).href;
  const pagefind = await import(`${base}pagefind.js`);
  await pagefind.options({ basePath: base, noWorker: oneThread });
  await pagefind.init();
  return {
    ask: async (query) => (await pagefind.search(query)).results.length,
    show: async (query, most) => {
      const { results } = await pagefind.search(query);
      const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
      return found.map((block) => block.content.slice(0, 200));
    },
  };
}
