import type { Metadata } from 'next';
import { headers } from 'next/headers';

import '@fontsource-variable/jetbrains-mono';

import { AdminGate } from './_session/admin-gate';

export const metadata: Metadata = { title: 'Admin' };

/** The nonce goes on to the editor, which puts its own styles into the page. */
export default async function AdminPage() {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return <AdminGate nonce={nonce} />;
}
