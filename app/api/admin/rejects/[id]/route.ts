import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveRejects } from '@/lib/server/uploads/serve-rejects';

export const GET = serveRejects;
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
