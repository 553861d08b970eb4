/** The theme: what the person chose (kept by the browser), and what is shown (`data-theme` of the root element). */

export const THEME_KEY = 'entente-theme';
export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const listeners = new Set<() => void>();
let chosen: ThemeChoice | undefined;

export function toThemeChoice(text: string | null): ThemeChoice {
  return themeChoices.find((choice) => choice === text) ?? 'system';
}

export function getThemeChoice(): ThemeChoice {
  chosen ??= toThemeChoice(readStored());
  return chosen;
}

export function chooseTheme(choice: ThemeChoice): void {
  chosen = choice;
  store(choice);
  show();
}

/** Calls back when the choice changes, here or in another tab, and follows the system while the choice is to do so. */
export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener);
  const system = darkSystem();
  const onStorage = (event: StorageEvent) => {
    if (event.key !== THEME_KEY) return;
    chosen = toThemeChoice(event.newValue);
    show();
  };
  system.addEventListener('change', show);
  window.addEventListener('storage', onStorage);
  show(); // The system may have changed since the page's first script looked.
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', show);
    window.removeEventListener('storage', onStorage);
  };
}

function show(): void {
  const choice = getThemeChoice();
  const system = darkSystem().matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = choice === 'system' ? system : choice;
  for (const listener of listeners) listener();
}

function darkSystem(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

/** A browser that blocks storage still gets the choice, for as long as the page is open. */
function readStored(): string | null {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null;
  }
}

function store(choice: ThemeChoice): boolean {
  try {
    localStorage.setItem(THEME_KEY, choice);
    return true;
  } catch {
    return false;
  }
}
