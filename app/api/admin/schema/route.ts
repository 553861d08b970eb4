import { schemaEndpoint } from '@/lib/api/schema-endpoint';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveAdmin } from '@/lib/server/serve-admin';

export const GET = serveAdmin(schemaEndpoint, (_, store) => store.schema());
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
