import type { Metadata } from 'next';

import { DocumentsPage } from './_list/documents-page';

export const metadata: Metadata = { title: 'Documents' };

export default function Documents() {
  return <DocumentsPage />;
}
