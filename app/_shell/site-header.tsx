import Link from 'next/link';

import { ThemeSwitch } from '../_ui/theme-switch';

import { DataSetLine } from './data-set-line';
import { SiteNav } from './site-nav';
import './site-header.css';

export function SiteHeader() {
  return (
    <header className="site-header">
      <Link className="wordmark" href="/">
        Entente
      </Link>
      <DataSetLine />
      <SiteNav />
      <ThemeSwitch />
    </header>
  );
}
