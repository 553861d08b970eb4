import { graphEndpoint } from '@/lib/api/graph-endpoint';
import { toRelationFilter } from '@/lib/api/filter-parameters';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(graphEndpoint, (request, store) => {
  const { seed, depth, limit } = request;
  return store.slice({ ...toRelationFilter(request), seeds: seed, depth, limit });
});
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
