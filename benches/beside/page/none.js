// No engine: what the page itself takes.
export const load = async () => ({ ask: () => 0, show: () => [] });
