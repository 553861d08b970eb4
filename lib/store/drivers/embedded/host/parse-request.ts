import { EntenteError } from '@/lib/model/entente-error';

import type { ChangedTexts, Parameters, Row } from '../../../engine';
import { numberOf, textOf, textsOf } from '../../../verbs/rows/row-values';
import type { HostRequest, RequestFrame } from '../protocol';
import { isMap } from '../protocol';

/**
 * Parses a message that came over the socket.
 * @throws `invalid` for a request that this version does not know
 */
export function parseRequest(message: unknown): RequestFrame {
  if (!isMap(message)) throw unknownRequest();
  const parse = parsers.get(textOf(message, 'kind'));
  if (parse === undefined) throw unknownRequest();
  return { id: numberOf(message, 'id'), ...parse(message) };
}

const parsers: ReadonlyMap<string, (message: Row) => HostRequest> = new Map<
  string,
  (message: Row) => HostRequest
>([
  ['hello', (message) => ({ kind: 'hello', protocol: numberOf(message, 'protocol') })],
  ['ping', () => ({ kind: 'ping' })],
  ['read', (message) => ({ kind: 'read', ...statementOf(message) })],
  ['begin', () => ({ kind: 'begin' })],
  [
    'run',
    (message) => ({ kind: 'run', transaction: numberOf(message, 'transaction'), ...statementOf(message) }),
  ],
  [
    'commit',
    (message) => ({
      kind: 'commit',
      transaction: numberOf(message, 'transaction'),
      changed: changedOf(message),
    }),
  ],
  ['rollback', (message) => ({ kind: 'rollback', transaction: numberOf(message, 'transaction') })],
  [
    'search',
    (message) => ({
      kind: 'search',
      index: textOf(message, 'index') === 'passages' ? 'passages' : 'entities',
      text: textOf(message, 'text'),
      limit: numberOf(message, 'limit'),
    }),
  ],
  ['schema', () => ({ kind: 'schema' })],
  [
    'cypher',
    (message) => ({
      kind: 'cypher',
      run: textOf(message, 'run'),
      limits: limitsOf(message),
      ...statementOf(message),
    }),
  ],
  ['cancel', (message) => ({ kind: 'cancel', request: numberOf(message, 'request') })],
  ['end', () => ({ kind: 'end' })],
]);

function statementOf(message: Row): { text: string; parameters: Parameters } {
  const parameters = message['parameters'];
  return { text: textOf(message, 'text'), parameters: isMap(parameters) ? parameters : {} };
}

function changedOf(message: Row): ChangedTexts {
  const changed = message['changed'];
  const map = isMap(changed) ? changed : {};
  return { entities: textsOf(map, 'entities'), passages: textsOf(map, 'passages') };
}

function limitsOf(message: Row) {
  const limits = message['limits'];
  const map = isMap(limits) ? limits : {};
  return {
    timeoutMs: numberOf(map, 'timeoutMs'),
    maxRows: numberOf(map, 'maxRows'),
    maxBytes: numberOf(map, 'maxBytes'),
  };
}

function unknownRequest(): EntenteError {
  return new EntenteError(
    'invalid',
    'The embedded host does not know this request. Stop Entente and start it again.',
  );
}
