'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const pages = [
  { name: 'Explore', pathname: '/' },
  { name: 'Documents', pathname: '/documents' },
  { name: 'Admin', pathname: '/admin' },
] as const;

export function SiteNav() {
  const current = usePathname();
  return (
    <nav className="site-nav" aria-label="Pages">
      {pages.map(({ name, pathname }) => (
        <Link key={name} href={{ pathname }} aria-current={isWithin(current, pathname) ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

function isWithin(current: string, pathname: string): boolean {
  return pathname === '/' ? current === '/' : current === pathname || current.startsWith(`${pathname}/`);
}
