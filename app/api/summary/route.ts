import { summaryEndpoint } from '@/lib/api/summary-endpoint';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(summaryEndpoint, (_, store) => store.summary());
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
