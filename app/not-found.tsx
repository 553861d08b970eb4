import type { Metadata } from 'next';
import Link from 'next/link';

import { Notice } from './_ui/notice';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <div className="plain-page">
      <h1>There is no page at this address</h1>
      <Notice>
        <p>
          It may have been mistyped. <Link href="/">Explore the graph</Link>, or look through{' '}
          <Link href="/documents">the documents</Link>.
        </p>
      </Notice>
    </div>
  );
}
