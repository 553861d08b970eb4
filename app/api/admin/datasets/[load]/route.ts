import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveUndo } from '@/lib/server/uploads/serve-undo';

export const DELETE = serveUndo;
export const { GET, POST, PUT, PATCH } = refuseMethods('DELETE');
