import { THEME_KEY } from './theme';

/** Sets the theme before the first paint, so that no page flashes in the other one. Storage that is blocked means: as the system does. */
const source = `(() => {
  let choice = null;
  try { choice = localStorage.getItem(${JSON.stringify(THEME_KEY)}); } catch { choice = null; }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = choice === 'dark' || choice === 'light' ? choice : system;
})()`;

export function ThemeScript({ nonce }: { readonly nonce: string | undefined }) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />;
}
