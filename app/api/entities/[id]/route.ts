import { entityEndpoint } from '@/lib/api/entity-endpoint';
import { found } from '@/lib/server/found';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(entityEndpoint, async ({ id }, store) =>
  found(await store.findEntity(id), `There is no entity with the id ${id}.`),
);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
