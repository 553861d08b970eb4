import { highlightsEndpoint } from '@/lib/api/highlights-endpoint';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(highlightsEndpoint, (_, store) => store.highlights());
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
