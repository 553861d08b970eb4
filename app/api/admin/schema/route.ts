import { schemaEndpoint } from '@/lib/api/schema-endpoint';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveAdmin } from '@/lib/server/session/serve-admin';

export const GET = serveAdmin(schemaEndpoint, (_, store) => store.schema());
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
