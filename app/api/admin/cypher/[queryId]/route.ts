import { cypherRunEndpoint } from '@/lib/api/cypher-endpoint';
import { cancelRun } from '@/lib/server/console/console-runs';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveAdmin } from '@/lib/server/session/serve-admin';

export const DELETE = serveAdmin(cypherRunEndpoint, ({ queryId }) => cancelRun(queryId));
export const { GET, POST, PUT, PATCH } = refuseMethods('DELETE');
