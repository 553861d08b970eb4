import { edgesEndpoint } from '@/lib/api/edges-endpoint';
import { found } from '@/lib/server/found';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(edgesEndpoint, async ({ between, and }, store) =>
  found(await store.findBetween({ a: between, b: and }), `${between} or ${and} is not the id of an entity.`),
);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
