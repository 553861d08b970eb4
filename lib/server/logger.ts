import 'server-only';

import pino from 'pino';

/** One JSON line an event, on standard output. Passwords, cookies and statement texts are never handed to it. */
export const logger = pino({ name: 'entente', base: null, timestamp: pino.stdTimeFunctions.isoTime });
