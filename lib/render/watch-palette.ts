import { toPalette, type Palette } from './palette';

/** Reads the palette from the page's design tokens, and again whenever the page changes its theme, until the function it returns is called. */
export function watchPalette(onChange: (palette: Palette) => void): () => void {
  const root = document.documentElement;
  const read = () => {
    const style = getComputedStyle(root);
    onChange(toPalette((name) => style.getPropertyValue(name).trim()));
  };
  const observer = new MutationObserver(read);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  read();
  return () => {
    observer.disconnect();
  };
}
