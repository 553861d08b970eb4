import { entityPassagesEndpoint } from '@/lib/api/entity-passages-endpoint';
import { toRelationFilter } from '@/lib/api/filter-parameters';
import { found } from '@/lib/server/http/found';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(entityPassagesEndpoint, async (request, store) => {
  const { id, cursor, limit } = request;
  return found(
    await store.findPassages({ entity: id, cursor, limit, filter: toRelationFilter(request) }),
    `There is no entity with the id ${id}.`,
  );
});
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
