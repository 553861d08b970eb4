import { entityEndpoint } from '@/lib/api/entity-endpoint';
import { toRelationFilter } from '@/lib/api/filter-parameters';
import { found } from '@/lib/server/http/found';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(entityEndpoint, async (request, store) =>
  found(
    await store.findEntity(request.id, toRelationFilter(request)),
    `There is no entity with the id ${request.id}.`,
  ),
);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
