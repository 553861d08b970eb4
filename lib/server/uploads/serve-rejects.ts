import 'server-only';

import { Readable } from 'node:stream';

import { rejectsEndpoint } from '@/lib/api/rejects-endpoint';

import { authorise } from '../session/authorise';
import { getEnv } from '../get-env';
import { parseRequest } from '../http/parse-request';
import { openRejects } from './rejects-files';
import { respond } from '../http/respond';
import { toWebStream } from '../http/stream-lines';

/** A file of refused rows, for the administrator to keep and mend. */
export const serveRejects = respond(async (request, { params }) => {
  await authorise(request);
  const { id } = await parseRequest(rejectsEndpoint, request, await params);
  const { name, text } = await openRejects(getEnv().data, id);
  return new Response(
    toWebStream(Readable.from(text), () => undefined),
    {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
      },
    },
  );
});
