/** From rows of POLECAT to relations of each actor with each recipient. The text of its stories is not published. */
import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import type { EntityKind } from '@/lib/model/entity';
import { DocumentId } from '@/lib/model/ids';

import { toSourceDocument } from '../../documents/cite-source';
import { createOutletCiter } from '../../documents/outlet-documents';
import { kindOfActor } from '../../names/actor-kind';
import { createTally, noteTally } from '../../rows/tally';
import { toEdtf } from '../../rows/written-date';
import type { Named, Piece, SourceRow } from '../../source';
import type { FieldReader } from '../../table/open-field-source';
import { toModeType } from './modes';

type Cells = SourceRow['cells'];

/** What POLECAT puts between several values; contexts may have `|`. */
const BETWEEN = /\s*;\s*/u;
const BETWEEN_CONTEXTS = /\s*[;|]\s*/u;
/** PLOVER puts all who meet among the actors, since none of them did it to the others. */
const MEETING = 'CONSULT';
const NOTE = 'The text is not published; POLECAT tells what was read in it.';

/** @param dataset - what stories are told apart by */
export function createPolecatReader(dataset: string): FieldReader {
  const citer = createOutletCiter();
  const lonely = createTally();
  const types = new Set<string>();

  function toRelations(row: SourceRow, pairs: readonly (readonly [Named, Named])[]): readonly Piece[] {
    const { cells } = row;
    const type = toModeType(
      textOf(cells, 'event_type'),
      textOf(cells, 'event_mode'),
      textOf(cells, 'quad_code'),
    );
    const isNew = !types.has(type.type);
    types.add(type.type);
    const said = toCells(cells, type.type);
    const document = toStory(row, dataset);
    return [
      ...(isNew ? [{ kind: 'type', type } as const] : []),
      ...pairs.flatMap(([subject, object]) => {
        const named = new Map([...said, ['subject', subject.name], ['object', object.name]]);
        const relation: SourceRow = { ...row, cells: named, subject, object };
        return citer.cite(relation, document === undefined ? [] : [document]);
      }),
    ];
  }

  return {
    toPieces: (row) => {
      if (row.problem) return [{ kind: 'row', row }];
      const [event, actors] = [textOf(row.cells, 'event_type'), listActors(row.cells, 'actor')];
      const recipients = listActors(row.cells, 'recipient');
      if (event === '') return [refuse(row, 'event_type', 'the event has no type')];
      if (actors.length + recipients.length === 0)
        return [refuse(row, 'actor_name', 'the event has no actor')];
      const pairs = pairUp(event, actors, recipients);
      if (pairs.length > 0) return toRelations(row, pairs);
      lonely.add(event);
      return [];
    },
    notices: () =>
      noteTally('Left out, since a relation is between two: events without a recipient or an actor', lonely),
  };
}

function refuse(row: SourceRow, column: string, reason: string): Piece {
  return { kind: 'row', row: { ...row, problem: { column, reason } } };
}

function textOf(cells: Cells, field: string): string {
  return cells.get(field) ?? '';
}

function pairUp(
  event: string,
  actors: readonly Named[],
  recipients: readonly Named[],
): readonly (readonly [Named, Named])[] {
  if (recipients.length > 0)
    return actors.flatMap((actor) => recipients.map((each) => [actor, each] as const));
  if (event.toUpperCase() !== MEETING) return [];
  return actors.flatMap((actor, at) => actors.slice(at + 1).map((each) => [actor, each] as const));
}

/** The names by which POLECAT knows them, else those of the text. */
function listActors(cells: Cells, side: 'actor' | 'recipient'): readonly Named[] {
  const resolved = splitCell(cells.get(`${side}_name`));
  const names = resolved.length > 0 ? resolved : splitCell(cells.get(`${side}_raw`));
  const kinds = new Map<string, EntityKind>([
    ...splitCell(cells.get('story_organizations')).map((name) => [name, 'organisation'] as const),
    ...splitCell(cells.get('story_people')).map((name) => [name, 'person'] as const),
  ]);
  return names.map((name) => ({ name, becomes: kindOfActor(name) ?? kinds.get(name) }));
}

function splitCell(cell: string | undefined, between = BETWEEN): readonly string[] {
  const parts = (cell ?? '').split(between).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== '' && part !== 'None'))];
}

function toCells(cells: Cells, relation: string): Cells {
  const written = new Map([
    ['relation', relation],
    ['start', textOf(cells, 'start')],
    ['about', splitCell(cells.get('contexts'), BETWEEN_CONTEXTS).join('; ')],
    ['place', cells.get('place') ?? cells.get('city') ?? cells.get('raw_place') ?? ''],
  ]);
  return new Map([...written].filter(([, cell]) => cell !== ''));
}

/** A story is known by its number, which events of one story begin with, and by the outlet. */
function toStory({ cells, file, line }: SourceRow, dataset: string): Document | undefined {
  const [outlet, headline] = [cells.get('source'), cells.get('headline')];
  const [story = ''] = (cells.get('story_id') ?? cells.get('event_id') ?? '').split('_', 1);
  const name = headline ?? outlet;
  if (name === undefined) return undefined;
  const title = headline === undefined && story !== '' ? `${name}, story ${story}` : name;
  const date = cells.get('published');
  const published = date === undefined ? undefined : (toEdtf(date) ?? date);
  const id = DocumentId.parse(deriveId('d', [dataset, outlet, story, title]));
  return {
    ...toSourceDocument({ title, publisher: outlet, published, file, line }, dataset),
    id,
    note: NOTE,
  };
}
