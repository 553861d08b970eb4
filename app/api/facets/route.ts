import { facetsEndpoint } from '@/lib/api/facets-endpoint';
import { toRelationFilter } from '@/lib/api/filter-parameters';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(facetsEndpoint, (request, store) => store.facets(toRelationFilter(request)));
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
