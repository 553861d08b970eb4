import { z } from 'zod';

import { DocumentList } from '@/lib/model/document-detail';

import type { Endpoint } from './endpoint';

export const documentsEndpoint = {
  method: 'GET',
  path: '/api/documents',
  summary: 'The documents that passages come from',
  request: z.strictObject({}),
  response: DocumentList,
  format: 'json',
} as const satisfies Endpoint;
