'use client';

import Link from 'next/link';

import styles from './admin-bar.module.css';

export type AdminTab = 'console' | 'load';

const tabs = [
  { tab: 'console', name: 'Console', pathname: '/admin' },
  { tab: 'load', name: 'Load', pathname: '/admin/load' },
] as const satisfies readonly { tab: AdminTab; name: string; pathname: string }[];

/** The administrator's pages, and the way out. */
export function AdminBar({
  current,
  onSignOut,
}: {
  readonly current: AdminTab;
  readonly onSignOut: () => void;
}) {
  return (
    <div className={styles['bar']}>
      <nav aria-label="Admin" className={styles['tabs']}>
        {tabs.map(({ tab, name, pathname }) => (
          <Link key={tab} href={{ pathname }} aria-current={tab === current ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <button type="button" className="text-button" onClick={onSignOut}>
        Sign out
      </button>
    </div>
  );
}
