import 'server-only';

import pino from 'pino';

/** One JSON line an event: errors on standard error, all else on standard output. Passwords, cookies and statement texts are never handed to it. */
export const logger = pino(
  { name: 'entente', base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.multistream([{ stream: process.stdout }, { level: 'error', stream: process.stderr }], {
    dedupe: true,
  }),
);
