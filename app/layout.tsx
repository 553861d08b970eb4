import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';

import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';

import './tokens.css';
import './global.css';
import './forced-colours.css';

import { SiteHeader } from './_shell/site-header';
import { SummaryProvider } from './_shell/summary-provider';
import { ThemeScript } from './_ui/theme-script';

export const metadata: Metadata = {
  title: { default: 'Entente', template: '%s · Entente' },
  description: 'Explore who met, accused and answered whom, and read every passage that says so.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffefb' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1a1e' },
  ],
};

/** Reading the nonce makes every page render on request, which a nonce needs. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Read by the interface library for the styles it adds, which the policy lets in by nonce alone. */}
        <meta property="csp-nonce" content={nonce} />
        <ThemeScript nonce={nonce} />
      </head>
      <body>
        <div id="skip-links">
          <a className="skip-link" href="#main">
            Skip to the main content
          </a>
        </div>
        <SummaryProvider>
          <SiteHeader />
          <main id="main" className="site-main" tabIndex={-1}>
            <noscript>
              <p className="notice">
                Entente needs JavaScript to show its graph and its passages. Enable it for this page, then
                reload.
              </p>
            </noscript>
            {children}
          </main>
        </SummaryProvider>
      </body>
    </html>
  );
}
