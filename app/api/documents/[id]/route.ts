import { documentEndpoint } from '@/lib/api/document-endpoint';
import { found } from '@/lib/server/found';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(documentEndpoint, async ({ id }, store) =>
  found(await store.findDocument(id), `There is no document with the id ${id}.`),
);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
