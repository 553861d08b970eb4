import { entityPassagesEndpoint } from '@/lib/api/entity-passages-endpoint';
import { found } from '@/lib/server/found';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(entityPassagesEndpoint, async ({ id, ...page }, store) =>
  found(await store.findPassages({ entity: id, ...page }), `There is no entity with the id ${id}.`),
);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
