/** The events of a file and their parts, as they stand there. */
import type { Meter } from '../../bytes/meter';
import { fieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { findJson, toBrokenPiece, type JsonRecordFound } from '../../json/read-json';
import type { Piece } from '../../source';

/** An attribute, or an object with attributes of its own. */
export interface MispPart {
  readonly kind: 'Attribute' | 'Object';
  readonly value: JsonRecord;
  readonly line: number;
  readonly raw: string;
}

export interface MispEvent {
  /** What it says of itself, by name. */
  readonly members: Map<string, unknown>;
  readonly parts: MispPart[];
}

export interface MispEvents {
  readonly events: readonly MispEvent[];
  readonly rejects: readonly Piece[];
  readonly notices: readonly string[];
}

const HEAD = ['info', 'date', 'uuid', 'id', 'Orgc', 'Tag', 'Galaxy', 'EventReport', 'deleted'];
const PARTS = ['Attribute', 'Object'] as const;
/** Where an event stands: an answer of the search, a list of them, or an event by itself. */
const ROOTS = [['response', '*'], ['*'], [], ['response']];

export const EVENT_PLACES = ROOTS.flatMap((root) => [
  ...HEAD.map((name) => [...root, 'Event', name]),
  ...PARTS.map((name) => [...root, 'Event', name, '*']),
]);

/**
 * Reads the events of a file; they are held in memory.
 *
 * @throws the file system's errors
 */
export async function readMispEvents(file: string, meter: Meter): Promise<MispEvents> {
  const events = new Map<string, MispEvent>();
  const rejects: Piece[] = [];

  function take(found: JsonRecordFound): void {
    const at = found.path.indexOf('Event');
    const name = found.path[at + 1];
    if (found.problem !== undefined || at === -1 || name === undefined) {
      rejects.push(toBrokenPiece(file, found, found.problem ?? 'it is no part of an event'));
      return;
    }
    const key = found.path.slice(0, at).join('.');
    const event = events.get(key) ?? { members: new Map<string, unknown>(), parts: [] };
    events.set(key, event);
    const kind = PARTS.find((each) => each === name);
    if (kind === undefined) event.members.set(String(name), found.value);
    else if (isRecord(found.value))
      event.parts.push({ kind, value: found.value, line: found.line, raw: toShown(found.raw) });
    else rejects.push(toBrokenPiece(file, found, `the ${kind} is no object; write one with a uuid`));
  }

  const json = await findJson(file, EVENT_PLACES);
  for await (const found of json.records(meter)) found.forEach(take);
  return { events: [...events.values()], rejects, notices: json.notices };
}

/** Returns a member of a part as text. */
export function textOf(value: JsonRecord, name: string): string | undefined {
  return toText(fieldOf(value, name));
}
