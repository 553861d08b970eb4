import { EntenteError } from '@/lib/model/entente-error';
import type { TextPosition } from '@/lib/model/entente-error';

import type { WireFailure } from '../protocol';

/** The engine does not know whether a commit took place: only opening the file again tells. */
const OUTCOME_UNKNOWN = 'GRAFEO-T010';

/** Another transaction changed the same thing first; GQL's class of transaction rollbacks. */
const ROLLBACK_CLASS = '40';

/** The operating system's words for a disk, a quota or a file that can take no more. */
const NO_ROOM = /No space left on device|quota exceeded|File too large|not enough space on the disk/iu;

/**
 * Converts what one of our own statements threw to the failure to send.
 * @param error - the value thrown
 * @param file - the path of the database file
 */
export function toWireFailure(error: unknown, file: string): WireFailure {
  if (error instanceof EntenteError) {
    const { failure, message, fields, position, isLasting } = error;
    return { failure, message, fields, position, isRetriable: false, isLasting };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const [noRoom] = NO_ROOM.exec(reason) ?? [];
  if (noRoom !== undefined) return toNoRoom(noRoom, file);
  return {
    failure: 'unavailable',
    message: `The embedded database failed: ${reason}`,
    fields: [],
    isRetriable: statusOf(error).startsWith(ROLLBACK_CLASS),
  };
}

/** The engine has taken back what it could not write, and would fail again as long as there is no room. */
function toNoRoom(reason: string, file: string): WireFailure {
  return {
    failure: 'unavailable',
    message: `The disk is full: the embedded database could not write to ${file} and its log (${reason}). What it was about to store was taken back; all that was stored before is there. Make room on that disk, then do the same again.`,
    fields: [],
    isRetriable: false,
    isLasting: true,
  };
}

/**
 * Tells whether a failed commit may have been applied, so that the database must be reopened before
 * anything else.
 * @param error - what the commit threw
 */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof Error && error.message.includes(OUTCOME_UNKNOWN);
}

/**
 * Describes the failure of a console statement in the engine's words, with its position where the
 * engine gives one.
 * @param error - what the statement threw
 * @param text - the statement
 */
export function toStatementFailure(error: unknown, text: string): EntenteError {
  const message = error instanceof Error ? error.message : String(error);
  const [first = '', ...rest] = message.split('\n');
  const help = rest.find((line) => line.trim().startsWith('help:'))?.trim();
  const detail = [first.replace(/^Query error: /u, ''), help?.replace(/^help:\s*/u, '')]
    .filter(Boolean)
    .join('. ');
  const position = toPosition(rest, text);
  return new EntenteError('invalid', detail, {
    cause: error,
    ...(position === undefined ? {} : { position }),
  });
}

function toPosition(lines: readonly string[], text: string): TextPosition | undefined {
  const place = lines.map((line) => /-->\s*query:(\d+):(\d+)/u.exec(line)).find((match) => match !== null);
  const [, line, column] = (place ?? []).map(Number);
  if (line === undefined || column === undefined) return undefined;
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const marks = lines.map((each) => /\^+/u.exec(each)?.[0].length ?? 0);
  return { start, end: start + Math.max(1, ...marks), line, column };
}

function statusOf(error: unknown): string {
  if (!(error instanceof Error) || !('gqlStatus' in error)) return '';
  return typeof error.gqlStatus === 'string' ? error.gqlStatus : '';
}
