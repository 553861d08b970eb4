import { documentsEndpoint } from '@/lib/api/documents-endpoint';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveResource } from '@/lib/server/http/serve-resource';

export const GET = serveResource(documentsEndpoint, (_, store) => store.documents());
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
