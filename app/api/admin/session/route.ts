import { refuseMethods } from '@/lib/server/refuse-methods';
import { signIn, signOut, tellSession } from '@/lib/server/serve-session';

export const GET = tellSession;
export const POST = signIn;
export const DELETE = signOut;
export const { PUT, PATCH } = refuseMethods('GET', 'POST', 'DELETE');
