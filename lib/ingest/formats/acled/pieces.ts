/** From rows of ACLED to relations of the two actors, each cited from the outlets that reported it. */
import type { Document } from '@/lib/model/document';

import { toSourceDocument } from '../../documents/cite-source';
import { createOutletCiter } from '../../documents/outlet-documents';
import { createTally, noteTally } from '../../rows/tally';
import { monthAround, weekAround } from '../../rows/around-day';
import type { Named, Piece, SourceRow } from '../../source';
import type { FieldReader } from '../../table/open-field-source';
import { toSubEventType } from './types';

type Cells = SourceRow['cells'];

const NOTE = "The passages are ACLED's summaries of what it reported, not its words.";
/** Codes of precision: time 2 is the week of a day and 3 its month; of a place, 3 is a region, and the town only stands for it. */
const WEEK = '2';
const MONTH = '3';
const REGION = '3';
/** `inter2` of civilians, a number before 2024 and a word since. */
const CIVILIANS = /^(?:7|civilians)$/iu;

/** @param dataset - what outlets are told apart by */
export function createAcledReader(dataset: string): FieldReader {
  const citer = createOutletCiter();
  const lonely = createTally();
  const types = new Set<string>();

  function toRelation(row: SourceRow, [first, second]: readonly [string, string]): readonly Piece[] {
    const { cells } = row;
    const type = toSubEventType(nameOf(cells), isAgainstCivilians(cells, second));
    const isNew = !types.has(type.type);
    types.add(type.type);
    const said: SourceRow = {
      ...row,
      cells: toCells(cells, [first, second], type.type),
      subject: toGroup(first),
      object: toGroup(second),
      statement: toStatement(cells),
    };
    return [
      ...(isNew ? [{ kind: 'type', type } as const] : []),
      ...citer.cite(said, listOutlets(row, dataset), cells.get('quote')),
    ];
  }

  return {
    toPieces: (row) => {
      const [first, second] = [row.cells.get('actor1'), row.cells.get('actor2')];
      const event = nameOf(row.cells);
      if (row.problem) return [{ kind: 'row', row }];
      if (event === '') return [refuse(row, 'sub_event_type', 'the event has no type')];
      if (first !== undefined && second !== undefined) return toRelation(row, [first, second]);
      if (first === undefined && second === undefined)
        return [refuse(row, 'actor1', 'the event has no actor')];
      lonely.add(event);
      return [];
    },
    notices: () => [
      ...noteTally('Left out, since a relation is between two: events of one actor', lonely),
      'Associated actors were not read: ACLED says that they had part in an event, not with whom.',
    ],
  };
}

function nameOf(cells: Cells): string {
  return cells.get('sub_event_type') ?? cells.get('event_type') ?? '';
}

function refuse(row: SourceRow, column: string, reason: string): Piece {
  return { kind: 'row', row: { ...row, problem: { column, reason } } };
}

/** ACLED's actors are groups, "Protesters (France)" and "Civilians (Mali)" too. */
function toGroup(name: string): Named {
  return { name, becomes: 'organisation' };
}

function isAgainstCivilians(cells: Cells, second: string): boolean {
  return /^Civilians\b/iu.test(second) || CIVILIANS.test(cells.get('inter2') ?? '');
}

function toCells(cells: Cells, [subject, object]: readonly [string, string], relation: string): Cells {
  const place = placeOf(cells);
  const written = new Map([
    ['subject', subject],
    ['relation', relation],
    ['object', object],
    ['start', whenOf(cells)],
    ['place', place],
  ]);
  return new Map([...written].filter(([, cell]) => cell !== ''));
}

function whenOf(cells: Cells): string {
  const day = cells.get('start') ?? '';
  const precision = cells.get('time_precision');
  if (precision === WEEK) return weekAround(day);
  return precision === MONTH ? monthAround(day) : day;
}

function placeOf(cells: Cells): string {
  const town = cells.get('geo_precision') === REGION ? undefined : cells.get('location');
  const region = cells.get('admin2') ?? cells.get('admin1');
  return [town ?? region, cells.get('country')].filter((part) => part !== undefined).join(', ');
}

function toStatement(cells: Cells): string | undefined {
  const fatalities = cells.get('fatalities');
  return fatalities === undefined || fatalities === '0' ? undefined : `Fatalities: ${fatalities}`;
}

/** A document for each outlet; without any, the table itself. */
function listOutlets({ cells, file, line }: SourceRow, dataset: string): readonly Document[] {
  const outlets = (cells.get('source') ?? '').split(';').map((outlet) => outlet.trim());
  const named = [...new Set(outlets.filter((outlet) => outlet !== ''))];
  if (named.length === 0)
    return [{ ...toSourceDocument({ title: dataset, file, line }, dataset), note: NOTE }];
  return named.map((outlet) => ({
    ...toSourceDocument({ title: outlet, publisher: outlet, file, line }, dataset),
    note: NOTE,
  }));
}
