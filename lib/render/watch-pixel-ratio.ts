/**
 * Calls back whenever the number of device pixels to a CSS pixel changes: the page is zoomed, or its window moved to another screen. The
 * size of the canvas need not change with it. Returns what ends the watch.
 */
export function watchPixelRatio(onChange: () => void): () => void {
  let media = matchRatio();
  const tell = () => {
    // A query asks for one ratio; the next change needs a query for the new one.
    media.removeEventListener('change', tell);
    media = matchRatio();
    media.addEventListener('change', tell);
    onChange();
  };
  media.addEventListener('change', tell);
  return () => {
    media.removeEventListener('change', tell);
  };
}

function matchRatio(): MediaQueryList {
  return window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
}
