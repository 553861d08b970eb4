import 'server-only';

import { EntenteError, type Failure } from '@/lib/model/entente-error';

/** A failure that HTTP tells apart and the rest of Entente does not: not signed in, too large, too often, the wrong host. */
export class HttpError extends EntenteError {
  readonly status: number;
  /** Headers that belong to the status: `retry-after`, `allow`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(toFailure(status), message);
    this.status = status;
    this.headers = headers;
  }
}

function toFailure(status: number): Failure {
  if (status === 401 || status === 403 || status === 421) return 'forbidden';
  return status >= 500 || status === 429 ? 'unavailable' : 'invalid';
}
