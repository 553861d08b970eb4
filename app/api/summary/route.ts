import { summaryEndpoint } from '@/lib/api/summary-endpoint';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(summaryEndpoint, (_, store) => store.summary());
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
