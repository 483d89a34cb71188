// Panics of our own: errors with which an instance ends a call, be it a trap of its own or what a page made the browser throw
// into it. Either leaves the middle of a call behind. What else fails on the page is the page's own.

const panics = new WeakSet();

/** Whether an error is a panic of an instance. */
export const isPanic = (error) => panics.has(error);

/** An answer that the glue can take apart. */
const NOTHING = [];

/** The exports of an instance, as the glue calls them. After a panic nothing is in order in there, and nobody is let in any more. */
export function guarded(exports, panicked) {
  let isLost = false;
  const guard = (call) => (...given) => {
    if (isLost) return NOTHING;
    try {
      return call(...given);
    } catch (error) {
      // One call may stand within another, and the error leaves them all.
      if (!isLost) queueMicrotask(() => panicked(error));
      isLost = true;
      if (Object(error) === error) panics.add(error);
      throw error;
    }
  };
  const all = Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? guard(it) : it]);
  return Object.fromEntries(all);
}
