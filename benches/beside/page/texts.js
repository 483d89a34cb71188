// The text as engines in JavaScript take it: an array of blocks, `{ id, nb, en }`.
export const texts = async (scale) => (await fetch(`text-${scale}.json`)).json();

export const excerpt = (block) => block.nb.slice(0, 200);
