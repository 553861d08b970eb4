import { EntenteError } from '@/lib/model/entente-error';
import type { TextPosition } from '@/lib/model/entente-error';
import { CypherEvent } from '@/lib/model/cypher-event';

import { HostLost, Retriable } from './host-lost';
import type { AnswerFrame, WireFailure } from './protocol';
import { isMap } from './protocol';

/**
 * Parses a message of the host.
 * @throws HostLost for a message that is not an answer: the two sides do not speak the same
 *   protocol
 */
export function toAnswer(message: unknown): AnswerFrame {
  if (!isMap(message) || typeof message['id'] !== 'number') throw notAnAnswer();
  const { id } = { id: message['id'] };
  if ('error' in message) return { id, error: toWireFailure(message['error']) };
  if ('event' in message) return { id, event: CypherEvent.parse(message['event']) };
  return { id, value: message['value'] };
}

/** Turns a failure that the host sent into the error to throw. */
export function toError({ failure, message, fields, position, isRetriable, isLasting }: WireFailure): Error {
  if (isRetriable) return new Retriable(message);
  return new EntenteError(failure, message, {
    fields,
    isLasting,
    ...(position === undefined ? {} : { position }),
  });
}

function toWireFailure(value: unknown): WireFailure {
  if (!isMap(value)) throw notAnAnswer();
  const { failure, message, fields, position, isRetriable, isLasting } = {
    failure: value['failure'],
    message: value['message'],
    fields: value['fields'],
    position: value['position'],
    isRetriable: value['isRetriable'],
    isLasting: value['isLasting'],
  };
  return {
    failure: isFailure(failure) ? failure : 'unavailable',
    message: typeof message === 'string' ? message : 'The embedded database failed.',
    fields: Array.isArray(fields) ? fields.flatMap(toField) : [],
    position: toPosition(position),
    isRetriable: isRetriable === true,
    isLasting: isLasting === true,
  };
}

function isFailure(value: unknown): value is WireFailure['failure'] {
  return value === 'invalid' || value === 'not-found' || value === 'forbidden' || value === 'unavailable';
}

function toField(value: unknown): WireFailure['fields'] {
  if (!isMap(value)) return [];
  return [{ path: String(value['path']), message: String(value['message']) }];
}

function toPosition(value: unknown): TextPosition | undefined {
  if (!isMap(value)) return undefined;
  const [start, end, line, column] = ['start', 'end', 'line', 'column'].map((key) => Number(value[key]));
  if (start === undefined || end === undefined || line === undefined || column === undefined)
    return undefined;
  return { start, end, line, column };
}

function notAnAnswer(): HostLost {
  return new HostLost('The embedded host said something that is no answer.');
}
