import type { Metadata } from 'next';

import '@fontsource-variable/jetbrains-mono';

import { AdminGate } from '../_session/admin-gate';

export const metadata: Metadata = { title: 'Load' };

export default function LoadPage() {
  return <AdminGate tab="load" />;
}
