import { deriveId } from '@/lib/model/derive-id';
import { Stance, type Evidence } from '@/lib/model/evidence';
import { EvidenceId, RelationId, type LoadId } from '@/lib/model/ids';
import { parseWhen } from '@/lib/model/parse-when';
import { Modality, type Relation } from '@/lib/model/relation';
import type { Triple } from '@/lib/model/triple';
import type { When } from '@/lib/model/when';

import { checkCell, refuseCell, shortenCell } from './check-cell';
import { findCitation, type DocumentIndex } from './find-citation';
import type { TableRow } from './read-table';
import type { Party } from './resolve-parties';
import type { NamedType } from './type-index';

type Cells = ReadonlyMap<string, string>;
type RelationIdentity = Pick<Relation, 'subject' | 'type' | 'object'> & {
  readonly about: string | undefined;
  readonly when: When | undefined;
};
type OneParty = Exclude<Party, { status: 'ambiguous' }>;

/** What a row is read against. */
export interface TripleContext {
  readonly dataset: string;
  /** The file's name, as evidence without a passage cites it. */
  readonly file: string;
  readonly load: LoadId;
  readonly documents: DocumentIndex;
  readonly findType: (cell: string) => NamedType;
  /** How many rows have had this key, this one included. */
  readonly countOccurrence: (key: string) => number;
}

/** In: a row of triples, and whom its cells name. Out: the triple. Throws `invalid` with the column as path when the row breaks a rule. */
export function parseTriple(
  row: TableRow,
  parties: ReadonlyMap<string, Party>,
  context: TripleContext,
): Triple {
  const { cells } = row;
  const subject = findParty('subject', cells, parties);
  const type = findType(cells, context);
  const object = findParty('object', cells, parties);
  const relation = toRelation(cells, { type, subject, object, place: findPlace(cells, parties) });
  return {
    relation,
    evidence: toEvidence(row, { relation, attributed: findAttribution(cells, parties), context }),
    entities: [subject, object]
      .filter(({ status }) => status === 'implied')
      .map(({ id, name }) => ({ entity: { id, name, kind: 'thing', aliases: [] }, declared: false })),
    types: type.entry ? [type.entry] : [],
  };
}

/** The cells of a row that name entities. */
export function partyCells({ cells }: TableRow): readonly string[] {
  return ['subject', 'object', 'attributed_to', 'place']
    .map((column) => cells.get(column) ?? '')
    .filter(Boolean);
}

function findParty(column: string, cells: Cells, parties: ReadonlyMap<string, Party>): OneParty {
  const cell = cells.get(column) ?? '';
  const party = parties.get(cell);
  if (cell === '' || !party) return refuseCell(column, `the ${column} is empty; name an entity`);
  if (party.status !== 'ambiguous') return party;
  const candidates = party.candidates.slice(0, 5).map(({ id, name }) => `${id} (${name})`);
  return refuseCell(
    column,
    `'${shortenCell(cell)}' is the name of several entities; write the id of one: ${candidates.join(', ')}`,
  );
}

function findType(cells: Cells, { findType: find }: TripleContext): NamedType {
  const cell = cells.get('relation') ?? '';
  return cell === '' ? refuseCell('relation', 'the relation is empty; name a relation type') : find(cell);
}

/** Who says it, where it is not the author. A name that nobody knows stays text. */
function findAttribution(
  cells: Cells,
  parties: ReadonlyMap<string, Party>,
): Pick<Evidence, 'attributedTo' | 'attributedToId'> {
  if (!cells.get('attributed_to')) return {};
  const party = findParty('attributed_to', cells, parties);
  return { attributedTo: party.name, ...(party.status === 'known' && { attributedToId: party.id }) };
}

/** Where it happened: the name of the entity that the cell names, or else the cell as it stands. */
function findPlace(cells: Cells, parties: ReadonlyMap<string, Party>): string | undefined {
  const cell = cells.get('place') ?? '';
  const party = parties.get(cell);
  return party?.status === 'known' ? party.name : cell.normalize('NFC') || undefined;
}

interface RelationParts {
  readonly type: NamedType;
  readonly subject: OneParty;
  readonly object: OneParty;
  readonly place: string | undefined;
}

function toRelation(cells: Cells, parts: RelationParts): Relation {
  const ends = { type: parts.type.name, subject: parts.subject.id, object: parts.object.id };
  const about = cells.get('about')?.normalize('NFC');
  const { place } = parts;
  const when = parseWhen(cells.get('start') ?? '', cells.get('end') ?? '');
  return {
    id: toRelationId({ ...ends, about, when }),
    ...ends,
    ...(about && { about }),
    ...(when && { when }),
    ...(place && { place }),
    modality: checkCell('modality', Modality, (cells.get('modality') ?? 'actual').toLowerCase()),
  };
}

function toRelationId({ subject, type, object, about, when }: RelationIdentity): RelationId {
  return RelationId.parse(
    deriveId('r', [subject, type, object, about, when?.start, when?.end, when?.qualifier]),
  );
}

interface EvidenceParts {
  readonly relation: Relation;
  readonly attributed: Pick<Evidence, 'attributedTo' | 'attributedToId'>;
  readonly context: TripleContext;
}

function toEvidence(row: TableRow, { relation, attributed, context }: EvidenceParts): Evidence {
  const stance = checkCell('stance', Stance, (row.cells.get('stance') ?? 'supports').toLowerCase());
  const base = { relation: relation.id, stance, ...attributed, load: context.load };
  const citation = findCitation(row.cells, context.documents);
  if (citation) {
    const { passage, start, end } = citation;
    const id = deriveId('v', [relation.id, passage, start, end, stance, attributed.attributedTo]);
    return { ...base, ...citation, id: EvidenceId.parse(id) };
  }
  const identity = [relation.id, context.dataset, context.file, stance, attributed.attributedTo];
  const occurrence = context.countOccurrence(deriveId('k', identity));
  return {
    ...base,
    id: EvidenceId.parse(deriveId('v', [...identity, occurrence])),
    file: context.file,
    line: row.line,
  };
}
