import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveHealth } from '@/lib/server/http/serve-health';

export const GET = serveHealth;
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
