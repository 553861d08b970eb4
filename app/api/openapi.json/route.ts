import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveOpenApi } from '@/lib/server/http/serve-openapi';

export const GET = serveOpenApi;
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
