'use client';

import { useSyncExternalStore } from 'react';

import { chooseTheme, getThemeChoice, subscribeTheme, themeChoices, toThemeChoice } from './theme';
import './theme-switch.css';

const names = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;

/** A native list under a quiet sign: it works with keys, touch and screen readers as the browser's own. */
export function ThemeSwitch() {
  const choice = useSyncExternalStore(subscribeTheme, getThemeChoice, () => 'system' as const);
  return (
    <label className="theme-switch" title="Theme">
      <span aria-hidden="true">◐</span>
      <span className="sr-only">Theme</span>
      <select
        value={choice}
        onChange={(event) => {
          chooseTheme(toThemeChoice(event.target.value));
        }}
      >
        {themeChoices.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
