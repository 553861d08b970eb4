import type { Metadata } from 'next';

import '@fontsource-variable/jetbrains-mono';

import { AdminGate } from './_session/admin-gate';

export const metadata: Metadata = { title: 'Admin' };

export default function AdminPage() {
  return <AdminGate tab="console" />;
}
