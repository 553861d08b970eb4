import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { DocumentId } from '@/lib/model/ids';

import { checkText } from '../rows/check-text';
import type { ExtractedDocument } from './extracted-graph';

/** Returns the document as it is stored; its key means something within the dataset. */
export function toDocument(
  { key, title, url, published, publisher, author, note }: ExtractedDocument,
  dataset: string,
): Document {
  return {
    id: DocumentId.parse(deriveId('d', [dataset, key])),
    title: checkText('title', title).normalize('NFC').trim() || dataset,
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(note !== undefined && { note }),
  };
}
