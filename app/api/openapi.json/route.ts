import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveOpenApi } from '@/lib/server/serve-openapi';

export const GET = serveOpenApi;
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
