import { searchEndpoint } from '@/lib/api/search-endpoint';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(searchEndpoint, ({ q, limit }, store) => store.search({ text: q, limit }));
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
