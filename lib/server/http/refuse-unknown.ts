import 'server-only';

import { EntenteError } from '@/lib/model/entente-error';

import { respond } from './respond';

/** Handlers for every path below /api that is no endpoint: 404, for each method. */
export const refuseUnknown = respond((request) => {
  const { pathname } = new URL(request.url);
  throw new EntenteError(
    'not-found',
    `There is nothing at ${pathname}. /api/openapi.json lists what there is.`,
  );
});
