import { toPalette, type Palette } from './palette';

/** What changes colours without a change of the theme. */
const queries = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const;

/**
 * Reads the palette from the page's design tokens, and again whenever the page changes its theme or the system its colours. Returns what
 * ends that.
 */
export function watchPalette(onChange: (palette: Palette) => void): () => void {
  const root = document.documentElement;
  const read = () => {
    onChange(readPalette(root));
  };
  const observer = new MutationObserver(read);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  const media = queries.map((query) => matchMedia(query));
  for (const one of media) one.addEventListener('change', read);
  read();
  return () => {
    observer.disconnect();
    for (const one of media) one.removeEventListener('change', read);
  };
}

/** A colour may be written in any way that CSS knows, as the system's own are; the browser says which it is. */
function readPalette(root: HTMLElement): Palette {
  const style = getComputedStyle(root);
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  // A transition, which less motion makes short for everything, would give the colour before.
  probe.style.setProperty('transition', 'none', 'important');
  root.append(probe);
  const palette = toPalette((name) => {
    const value = style.getPropertyValue(name).trim();
    if (!CSS.supports('color', value)) return value;
    probe.style.color = value;
    return toHex(getComputedStyle(probe).color);
  });
  probe.remove();
  return palette;
}

/** Converts "rgb(12, 34, 56)" to "#0c2238". */
function toHex(colour: string): string {
  const channels = (colour.match(/[\d.]+/gu) ?? []).slice(0, 3);
  return `#${channels.map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0')).join('')}`;
}
