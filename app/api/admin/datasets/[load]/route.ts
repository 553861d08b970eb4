import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveUndo } from '@/lib/server/serve-undo';

export const DELETE = serveUndo;
export const { GET, POST, PUT, PATCH } = refuseMethods('DELETE');
