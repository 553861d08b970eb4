import 'server-only';

import { endpoints } from '@/lib/api/endpoints';
import { createOpenApi } from '@/lib/api/openapi';
import { version } from '@/package.json';

import { respond } from './respond';

const description = JSON.stringify(createOpenApi(endpoints, version));

export const serveOpenApi = respond(() =>
  Promise.resolve(
    new Response(description, {
      headers: { 'content-type': 'application/json', 'cache-control': 'private, no-cache' },
    }),
  ),
);
