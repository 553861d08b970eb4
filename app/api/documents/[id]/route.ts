import { documentEndpoint } from '@/lib/api/document-endpoint';
import { found } from '@/lib/server/http/found';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(documentEndpoint, async ({ id }, store) =>
  found(await store.findDocument(id), `There is no document with the id ${id}.`),
);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
