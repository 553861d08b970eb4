import { cypherRunEndpoint } from '@/lib/api/cypher-endpoint';
import { cancelRun } from '@/lib/server/console-runs';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveAdmin } from '@/lib/server/serve-admin';

export const DELETE = serveAdmin(cypherRunEndpoint, ({ queryId }) => cancelRun(queryId));
export const { GET, POST, PUT, PATCH } = refuseMethods('DELETE');
