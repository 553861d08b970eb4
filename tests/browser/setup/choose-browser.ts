import { existsSync } from 'node:fs';

import { chromium } from '@playwright/test';
import packaged from '@sparticuz/chromium';

interface BrowserChoice {
  readonly executablePath: string;
  readonly args: string[];
}

/** WebGL on the processor: the same picture on a machine with and without a graphics card. */
const softwareGl = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Playwright's own Chromium where it is installed, a Chrome or Chromium named by `ENTENTE_BROWSER`, else the one that comes
 * from the package registry with `npm ci`, so that the browser tests need nothing installed by hand.
 */
export async function chooseBrowser(): Promise<BrowserChoice> {
  const named = process.env['ENTENTE_BROWSER'];
  const own = [named, chromium.executablePath()].find((file) => file !== undefined && existsSync(file));
  const executablePath = own ?? (await packaged.executablePath());
  return { executablePath, args: ['--no-sandbox', ...softwareGl, ...quiet] };
}
