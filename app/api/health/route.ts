import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveHealth } from '@/lib/server/serve-health';

export const GET = serveHealth;
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
