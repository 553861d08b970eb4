import { documentsEndpoint } from '@/lib/api/documents-endpoint';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(documentsEndpoint, (_, store) => store.documents());
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
