/** From PLOVER records to passages, types and rows. */
import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { DocumentId } from '@/lib/model/ids';
import type { RelationType } from '@/lib/model/relation-type';

import type { CameoIndex } from '../../names/cameo-index';
import { checkText } from '../../rows/check-text';
import type { JsonRecord } from '../../json/json-value';
import { createPassagePieces } from '../../documents/passage-pieces';
import { placeActors, type SentenceMarks } from './place-actors';
import { listUnread, toPlover, type PloverRecord } from './record';
import { ploverTypes } from '../../names/plover-types';
import { attemptRow } from '../../rows/read-rows';
import type { Named, NamedMention, Piece, SourceRow } from '../../source';
import { createTally, noteTally } from '../../rows/tally';

export interface PloverReader {
  /** Converts a record to its sentence, and a row for each source with each target. */
  readonly toPieces: (
    value: JsonRecord,
    at: { readonly line: number; readonly raw: string },
  ) => readonly Piece[];
  readonly notices: () => readonly string[];
}

export interface PloverContext {
  readonly dataset: string;
  readonly file: string;
  readonly cameo: CameoIndex;
  readonly fallbackTypes: readonly RelationType[];
}

/** From so many records on, one date for all of them is more likely a placeholder than a day. */
const MANY_RECORDS = 20;

export function createPloverReader({ dataset, file, cameo, fallbackTypes }: PloverContext): PloverReader {
  const passages = createPassagePieces();
  const unread = createTally();
  const dates = new Map<string, number>();
  const declared = new Set<string>(fallbackTypes.map(({ type }) => type));
  let documentation = 0;

  /**
   * Returns the cell that names the type, with the type where this is the first record that needs
   * it.
   */
  function typeOf({ event = '', code }: PloverRecord): { cell: string; pieces: readonly Piece[] } {
    const meaning = code === undefined ? undefined : cameo.find(code);
    const type = meaning === undefined ? ploverTypes.get(event) : meaning.type;
    if (type === undefined || declared.has(type.type))
      return { cell: meaning?.relation ?? event, pieces: [] };
    declared.add(type.type);
    return { cell: type.type, pieces: [{ kind: 'type', type }] };
  }

  function toRows(record: PloverRecord, row: SourceRow): readonly Piece[] {
    const { cell, pieces } = typeOf(record);
    const cells = toCells(record, cell);
    const { text } = record;
    const marks = placeActors(text ?? '', record.markup);
    const cited =
      text === undefined
        ? undefined
        : passages.add({
            ...toCited(record, dataset),
            text,
            mentions: markAll(record, marks),
            file,
            line: row.line,
          });
    const rows = pairUp(record).map(([subject, object]): Piece => {
      const named = new Map([...cells, ['subject', subject.name], ['object', object.name]]);
      const citation = cited && { passage: cited.id, ...stretchOf(marks, subject, object) };
      return { kind: 'row', row: { ...row, cells: named, subject, object, citation } };
    });
    return [
      ...pieces,
      ...(cited?.pieces ?? []),
      ...(rows.length > 0 ? rows : [toLonely(record, { ...row, cells })]),
    ];
  }

  return {
    toPieces: (value, { line, raw }) => {
      const record = toPlover(value);
      if (record.event === 'DOCUMENT') {
        documentation += 1;
        return [];
      }
      for (const name of listUnread(value)) unread.add(name);
      countDate(dates, record);
      return refuseWhole({ file, line, raw, cells: new Map() }, (row) => toRows(checkAll(record), row));
    },
    notices: () => [
      ...noteDocumentation(documentation),
      ...noteOneDate(dates),
      ...noteTally('Not read from the records', unread),
    ],
  };
}

/** Returns the pieces of a record, or the record as a row that says what is wrong. */
function refuseWhole(row: SourceRow, work: (row: SourceRow) => readonly Piece[]): readonly Piece[] {
  const result = attemptRow(row, () => work(row));
  if ('value' in result) return result.value;
  const { column, reason } = result.reject;
  return [{ kind: 'row', row: { ...row, problem: { column, reason } } }];
}

function countDate(dates: Map<string, number>, { date }: PloverRecord): void {
  if (date !== undefined) dates.set(date, (dates.get(date) ?? 0) + 1);
}

function noteDocumentation(count: number): readonly string[] {
  return count === 0 ? [] : [`Records that describe the file itself and were not read: ${count}.`];
}

function noteOneDate(dates: ReadonlyMap<string, number>): readonly string[] {
  const [only, another] = [...dates];
  if (only === undefined || another !== undefined || only[1] < MANY_RECORDS) return [];
  return [
    `All ${only[1]} records have the date ${only[0]}. If that only fills the place, take it out and load again.`,
  ];
}

function checkAll(record: PloverRecord): PloverRecord {
  for (const [field, value] of Object.entries(record))
    for (const text of [value].flat()) if (typeof text === 'string') checkText(field, text);
  return record;
}

function toCells({ date, context, place }: PloverRecord, relation: string): ReadonlyMap<string, string> {
  const cells = { relation, start: date, about: context, place };
  return new Map(Object.entries(cells).flatMap(([name, cell]) => (cell ? [[name, cell] as const] : [])));
}

function toCited({ publication, language }: PloverRecord, dataset: string): { readonly document: Document } {
  const title = (publication ?? dataset).normalize('NFC');
  const id = DocumentId.parse(deriveId('d', [dataset, title]));
  return { document: { id, title, ...(language !== undefined && { language }) } };
}

/**
 * Each source with each target. Sources without a target are a compound actor, who act on each other ("Jordan and Britain agreed"),
 * so that each of them is there with each other.
 */
function pairUp({ sources, targets }: PloverRecord): readonly (readonly [Named, Named])[] {
  const others = targets.length > 0 ? targets : sources;
  const pairs = sources.flatMap((source) => others.map((target) => [source, target] as const));
  const kept = targets.length > 0 ? pairs : pairs.filter(([source, target]) => source !== target);
  return kept.map(([source, target]) => [{ name: source }, { name: target }] as const);
}

/** Rejects a record with nobody on one side. */
function toLonely({ sources, targets }: PloverRecord, row: SourceRow): Piece {
  const [column, side, other] =
    sources.length === 0 ? ['subject', 'source', targets] : ['object', 'target', sources];
  const reason = `the event has no ${side}, so that it joins ${other.join(', ') || 'nobody'} with nobody; name the ${side} or leave the record out`;
  const cells = new Map([
    ...row.cells,
    [column === 'subject' ? 'object' : 'subject', other.join(', ')] as const,
  ]);
  return { kind: 'row', row: { ...row, cells, problem: { column, reason } } };
}

function markAll({ sources, targets }: PloverRecord, marks: SentenceMarks): readonly NamedMention[] {
  const found = [
    ...sources.flatMap((name) => marks.find({ name }, 'SRC')),
    ...targets.flatMap((name) => marks.find({ name }, 'TAR')),
  ];
  return found.filter((mark, at) => found.findIndex((other) => isSameMark(mark, other)) === at);
}

function isSameMark(a: NamedMention, b: NamedMention): boolean {
  return a.start === b.start && a.end === b.end && a.entity.name === b.entity.name;
}

/** Finds the stretch with both actors and the event's words, if both are named. */
function stretchOf(marks: SentenceMarks, subject: Named, object: Named): { start?: number; end?: number } {
  const own = marks.find(subject, 'SRC');
  const other = [...marks.find(object, 'TAR'), ...marks.find(object, 'SRC')].slice(0, 1);
  if (own.length === 0 || other.length === 0) return {};
  const all = [...own, ...other, ...marks.event];
  return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
}
