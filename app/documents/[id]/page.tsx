import type { Metadata } from 'next';

import { DocumentPage } from '../_reader/document-page';

export const metadata: Metadata = { title: 'Document' };

export default async function DocumentById({ params }: PageProps<'/documents/[id]'>) {
  const { id } = await params;
  return <DocumentPage id={decodeURIComponent(id)} />;
}
