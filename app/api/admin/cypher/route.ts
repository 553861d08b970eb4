import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveCypher } from '@/lib/server/console/serve-cypher';

export const POST = serveCypher;
export const { GET, PUT, PATCH, DELETE } = refuseMethods('POST');
