// Sees what a page asks for, and tells the site of what the design does not allow: anything of another origin, ever; and once a
// reader is ready, anything but what its README names. A page that a link leads to is another page, and begins anew.
(() => {
  const LATER = [
    // What comes when somebody first reaches for it; and the style, for another component's shadow root.
    /\/(api|citing|finding|shared)-[0-9a-f]{16}\.wasm$/,
    /\/offline-[0-9a-f]{16}\.js$/,
    /\/strategy-reader-[0-9a-f]{16}\.css$/,
    // A file of documents that the host names.
    /\.srdr$/,
    // A page's icon, which browsers ask for when they like.
    /\/icon\.(svg|png)$/,
    // The site's own, for stories.
    /^\/\.site\//,
  ];
  let ready = Infinity;
  addEventListener("strategy-reader-ready", () => (ready = Math.min(ready, performance.now())), true);

  const isKept = (name) => /^(data|blob|about):/.test(name);
  function complaint({ name, startTime }) {
    const { origin, pathname } = new URL(name, location);
    if (isKept(name)) return undefined;
    if (origin !== location.origin) return `${name} is elsewhere`;
    if (startTime > ready && !LATER.some((path) => path.test(pathname))) return `${pathname} was asked for after ready`;
    return undefined;
  }
  const complaints = (entries) => entries.map(complaint).filter(Boolean);
  const tell = (words) => navigator.sendBeacon("/.site/asked", words);
  const observer = new PerformanceObserver((list) => complaints(list.getEntries()).forEach(tell));
  observer.observe({ type: "resource", buffered: true });
  /** What was not told yet. */
  window.askedFor = () => complaints(observer.takeRecords());
})();
