import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { signIn, signOut, tellSession } from '@/lib/server/session/serve-session';

export const GET = tellSession;
export const POST = signIn;
export const DELETE = signOut;
export const { PUT, PATCH } = refuseMethods('GET', 'POST', 'DELETE');
