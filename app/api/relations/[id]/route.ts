import { relationEndpoint } from '@/lib/api/relation-endpoint';
import { found } from '@/lib/server/http/found';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(relationEndpoint, async ({ id }, store) =>
  found(await store.findRelation(id), `There is no relation with the id ${id}.`),
);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
