import { z } from 'zod';

import { DocumentDetail } from '@/lib/model/document-detail';
import { DocumentId } from '@/lib/model/ids';

import type { Endpoint } from './endpoint';

export const documentEndpoint = {
  method: 'GET',
  path: '/api/documents/{id}',
  summary: 'A document to read: its passages, whom they mention and what they are evidence of',
  request: z.strictObject({ id: DocumentId }),
  response: DocumentDetail,
  format: 'json',
} as const satisfies Endpoint;
