import { deriveEvidenceId, deriveRelationId } from '@/lib/model/derive-id';
import type { Evidence, Stance } from '@/lib/model/evidence';
import type { DocumentId, LoadId, RelationId } from '@/lib/model/ids';
import type { Modality, Relation } from '@/lib/model/relation';
import type { Triple } from '@/lib/model/triple';
import { foldName } from '@/lib/model/fold-name';
import type { When } from '@/lib/model/when';

import { isBlank } from './blank-cell';
import type { CellReader } from './cell-reader';
import { refuseCell, shortenCell } from './check-cell';
import type { DocumentIndex } from '../documents/document-index';
import { findCitation } from '../documents/find-citation';
import { findKind } from '../names/find-kind';
import type { Wording } from '../input';
import type { Party } from '../names/name-resolver';
import type { Named, SourceRow } from '../source';
import type { NamedType } from '../names/type-index';

/** NA is Namibia. */
const CODE_OF_PLACE = /^\p{Lu}{2}$/u;

type Cells = ReadonlyMap<string, string>;
type PartyOf = (named: Named) => Party;
type OneParty = Exclude<Party, { status: 'ambiguous' }>;

/** What a row is read against. */
export interface TripleContext {
  readonly dataset: string;
  /** The file's name, as evidence without a passage cites it. */
  readonly file: string;
  readonly load: LoadId;
  readonly documents: DocumentIndex;
  readonly findType: (cell: string) => NamedType;
  /** Reads what a row says besides the ends and the type. */
  readonly cells: CellReader;
  /** How many rows have had this id, this one included. */
  readonly countOccurrence: (id: string) => number;
}

/** A triple, and the names and the label that a sentence about it needs. */
export interface ParsedTriple {
  readonly triple: Triple;
  readonly wording: Wording;
}

/**
 * Parses a row as a triple.
 * @param row - the row
 * @param partyOf - returns the entity that a name means
 * @throws `invalid` with the column as path when the row breaks a rule
 */
export function parseTriple(row: SourceRow, partyOf: PartyOf, context: TripleContext): ParsedTriple {
  const { cells } = row;
  const subject = findParty('subject', row, partyOf);
  const type = findType(row, context);
  const object = findParty('object', row, partyOf);
  const when = context.cells.readWhen(row);
  const modality = context.cells.readModality(row);
  const place = findPlace(row, partyOf);
  const relation = toRelation(cells, { type, subject, object, place, when, modality });
  const triple = {
    relation,
    evidence: toEvidence(row, { relation, attributed: findAttribution(row, partyOf), context }),
    entities: impliedOf(subject, object),
    types: type.entry ? [type.entry] : NONE,
  };
  return { triple, wording: { subject: subject.name, label: type.label, object: object.name } };
}

/** Most rows bring nothing new, and half a million empty lists are many. */
const NONE: readonly never[] = [];

function impliedOf(subject: OneParty, object: OneParty): Triple['entities'] {
  if (subject.status !== 'implied' && object.status !== 'implied') return NONE;
  return [subject, object].flatMap((party) =>
    party.status === 'implied' ? [{ entity: party.entity, declared: false }] : [],
  );
}

const END_KINDS = { subject: 'subject_kind', object: 'object_kind' } as const;
const NAMING_COLUMNS = ['subject', 'object', 'attributed_to', 'place'] as const;
type NamingColumn = (typeof NAMING_COLUMNS)[number];

/** Whom a row names, as far as it can be read. */
export function namesOf(row: SourceRow): readonly Named[] {
  const names: Named[] = [];
  for (const column of NAMING_COLUMNS) {
    const named = toNamed(column, row);
    if (named) names.push(named);
  }
  return names;
}

/** Reads what a column of a row names; undefined when the cell is empty. */
export function toNamed(column: NamingColumn, row: SourceRow): Named | undefined {
  const name = row.cells.get(column);
  if (column === 'attributed_to' || column === 'place') return name === undefined ? undefined : { name };
  if (row[column]) return row[column];
  const cell = row.cells.get(END_KINDS[column]);
  if (name === undefined || cell === undefined) return name === undefined ? undefined : { name };
  const kind = findKind([cell]);
  return kind === undefined || kind === 'thing' ? { name } : { name, kind };
}

function findParty(column: NamingColumn, row: SourceRow, partyOf: PartyOf): OneParty {
  const named = toNamed(column, row);
  if (named === undefined || named.name === '')
    return refuseCell(column, `the ${column} is empty; name an entity`);
  const party = partyOf(named);
  if (party.status !== 'ambiguous') return party;
  const candidates = party.candidates.slice(0, 5).map(({ id, name }) => `${id} (${name})`);
  return refuseCell(
    column,
    `'${shortenCell(named.name)}' is the name of several entities; write the id of one: ${candidates.join(', ')}`,
  );
}

function findType({ relation, cells }: SourceRow, { findType: find }: TripleContext): NamedType {
  const cell = relation ?? cells.get('relation') ?? '';
  return cell === '' ? refuseCell('relation', 'the relation is empty; name a relation type') : find(cell);
}

/** Who says it, where it is not the author. A name that nobody knows stays text. */
function findAttribution(
  row: SourceRow,
  partyOf: PartyOf,
): Pick<Evidence, 'attributedTo' | 'attributedToId'> {
  if (!row.cells.get('attributed_to')) return {};
  const party = findParty('attributed_to', row, partyOf);
  return { attributedTo: party.name, ...(party.status === 'known' && { attributedToId: party.id }) };
}

/** Where it happened: the name of the entity that the cell names, or else the cell as it stands. */
function findPlace({ cells }: SourceRow, partyOf: PartyOf): string | undefined {
  const cell = cells.get('place');
  if (cell === undefined || (isBlank(cell) && !CODE_OF_PLACE.test(cell))) return undefined;
  const party = partyOf({ name: cell });
  return party.status === 'known' ? party.name : cell.normalize('NFC') || undefined;
}

interface RelationParts {
  readonly type: NamedType;
  readonly subject: OneParty;
  readonly object: OneParty;
  readonly place: string | undefined;
  readonly when: When | undefined;
  readonly modality: Modality;
}

function toRelation(cells: Cells, parts: RelationParts): Relation {
  const ends = { type: parts.type.name, subject: parts.subject.id, object: parts.object.id };
  const about = cells.get('about')?.normalize('NFC');
  const { place, when } = parts;
  // Half a million rows come through here: properties set one by one cost a third of what spreading does.
  const relation: Relation = {
    id: toRelationId({ ...ends, modality: parts.modality, when }, about, place && cells.get('place')),
    type: ends.type,
    subject: ends.subject,
    object: ends.object,
    modality: parts.modality,
  };
  if (about) relation.about = about;
  if (when) relation.when = when;
  if (place) relation.place = place;
  return relation;
}

/**
 * Where and whether it happened distinguish relations, so that each keeps what was said of it. The place counts as the row writes it: whom
 * it means may change with what else is loaded. Without a place, an actual relation has the id that it had when neither counted (ADR 0035).
 */
function toRelationId(
  { subject, type, object, modality, when }: Omit<Relation, 'id'>,
  about: string | undefined,
  place: string | undefined,
): RelationId {
  const parts = [subject, type, object, about, when?.start, when?.end, when?.qualifier];
  const isPlain = modality === 'actual' && place === undefined;
  return deriveRelationId(isPlain ? parts : [...parts, place === undefined ? '' : foldName(place), modality]);
}

interface EvidenceParts {
  readonly relation: Relation;
  readonly attributed: Pick<Evidence, 'attributedTo' | 'attributedToId'>;
  readonly context: TripleContext;
}

function toEvidence(row: SourceRow, { relation, attributed, context }: EvidenceParts): Evidence {
  const stance = context.cells.readStance(row);
  const evidence = toBareEvidence(row, { relation, stance, attributed, context });
  const confidence = context.cells.readConfidence(row);
  if (attributed.attributedTo !== undefined) evidence.attributedTo = attributed.attributedTo;
  if (attributed.attributedToId !== undefined) evidence.attributedToId = attributed.attributedToId;
  if (confidence !== undefined) evidence.confidence = confidence;
  if (row.grade !== undefined) evidence.grade = row.grade;
  if (row.statement !== undefined && row.statement !== '')
    evidence.statement = row.statement.normalize('NFC');
  return evidence;
}

/** A passage that the format knows goes first, then a document; what else a row cites is looked for among the documents beside it. */
function citationOf(row: SourceRow, { documents }: TripleContext): ReturnType<typeof findCitation> {
  if (row.citation !== undefined || row.document !== undefined) return row.citation;
  return findCitation(row.cells, documents);
}

function toBareEvidence(row: SourceRow, { relation, stance, attributed, context }: StancedParts): Evidence {
  const { load } = context;
  const citation = citationOf(row, context);
  if (citation && 'document' in citation) {
    context.cells.leaveOut(citation.about, row.cells.get('paragraph') ?? row.cells.get('quote') ?? '', row);
    return toDocumentEvidence(citation.document, row.grade, { relation, stance, attributed, context });
  }
  if (citation) {
    const { passage, start, end } = citation;
    const id = deriveEvidenceId([
      ...[relation.id, passage, start, end, stance, attributed.attributedTo],
      ...toIdentity(row.grade),
    ]);
    return { id, relation: relation.id, stance, ...citation, load };
  }
  if (row.document !== undefined)
    return toDocumentEvidence(row.document, row.grade, { relation, stance, attributed, context });
  const file = row.citedFile ?? context.file;
  const identity = [relation.id, context.dataset, file, stance, attributed.attributedTo];
  // Rows that say the same are told apart by their count, not by their line: a line put in before them would make all of them new.
  const first = deriveEvidenceId([...identity, 1]);
  const occurrence = context.countOccurrence(first);
  const id = occurrence === 1 ? first : deriveEvidenceId([...identity, occurrence]);
  const evidence: Evidence = { id, relation: relation.id, stance, file, line: row.line, load };
  if (row.record !== undefined) evidence.record = row.record;
  return evidence;
}

type StancedParts = EvidenceParts & { readonly stance: Stance };

function toDocumentEvidence(
  document: DocumentId,
  grade: SourceRow['grade'],
  { relation, stance, attributed, context }: StancedParts,
): Evidence {
  const id = deriveEvidenceId([
    ...[relation.id, 'document', document, stance, attributed.attributedTo],
    ...toIdentity(grade),
  ]);
  return { id, relation: relation.id, stance, document, load: context.load };
}

/** What merely names both is another piece of evidence than the same passage cited for the relation; ids without a grade stay as they were. */
function toIdentity(grade: SourceRow['grade']): readonly string[] {
  return grade === undefined ? [] : [grade];
}
