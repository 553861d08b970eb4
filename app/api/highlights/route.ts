import { highlightsEndpoint } from '@/lib/api/highlights-endpoint';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(highlightsEndpoint, (_, store) => store.highlights());
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
