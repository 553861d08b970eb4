import { facetsEndpoint } from '@/lib/api/facets-endpoint';
import { toRelationFilter } from '@/lib/api/filter-parameters';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(facetsEndpoint, (request, store) => store.facets(toRelationFilter(request)));
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
