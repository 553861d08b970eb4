import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveRejects } from '@/lib/server/serve-rejects';

export const GET = serveRejects;
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
