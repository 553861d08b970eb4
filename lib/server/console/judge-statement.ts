import 'server-only';

import { judgeCypher } from '@/lib/guard/judge-cypher';
import { EntenteError } from '@/lib/model/entente-error';

import { HttpError } from '../http/http-error';

const TEXT_MAX_BYTES = 100_000;

interface Statement {
  readonly query: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly mode: 'read' | 'write';
}

/**
 * Checks a statement before the engine sees it: the size of its text, the mode, the guard, and the
 * parameters that it names.
 * @throws 413, 403, or `invalid` with the position in the text
 */
export function judgeStatement({ query, parameters, mode }: Statement): void {
  if (Buffer.byteLength(query) > TEXT_MAX_BYTES) {
    throw new HttpError(
      413,
      `The statement is longer than ${TEXT_MAX_BYTES} bytes. Pass long lists as parameters.`,
    );
  }
  if (mode === 'write') {
    throw new HttpError(
      403,
      'The console is read-only for now: statements that write are not supported. Use mode "read".',
    );
  }
  const verdict = judgeCypher(query, { mode });
  if (!verdict.allowed) {
    const { reason, start, end, line, column } = verdict;
    throw new EntenteError('invalid', reason, { position: { start, end, line, column } });
  }
  const missing = verdict.parameters.filter((name) => !Object.hasOwn(parameters, name));
  if (missing.length === 0) return;
  throw new EntenteError('invalid', `The statement needs ${missing.map((name) => `$${name}`).join(', ')}.`, {
    fields: missing.map((name) => ({ path: `parameters.${name}`, message: 'has to be given' })),
  });
}
