import { edgesEndpoint } from '@/lib/api/edges-endpoint';
import { toRelationFilter } from '@/lib/api/filter-parameters';
import { found } from '@/lib/server/http/found';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(edgesEndpoint, async (request, store) => {
  const { between, and } = request;
  return found(
    await store.findBetween({ a: between, b: and }, toRelationFilter(request)),
    `${between} or ${and} is not the id of an entity.`,
  );
});
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
