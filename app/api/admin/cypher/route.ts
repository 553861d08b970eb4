import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveCypher } from '@/lib/server/serve-cypher';

export const POST = serveCypher;
export const { GET, PUT, PATCH, DELETE } = refuseMethods('POST');
