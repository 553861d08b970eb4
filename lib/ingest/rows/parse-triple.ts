import { deriveEvidenceId, deriveRelationId } from '@/lib/model/derive-id';
import { Stance, type Evidence } from '@/lib/model/evidence';
import type { DocumentId, LoadId, RelationId } from '@/lib/model/ids';
import { Modality, type Relation } from '@/lib/model/relation';
import type { Triple } from '@/lib/model/triple';
import type { When } from '@/lib/model/when';

import { checkCell, refuseCell, shortenCell } from './check-cell';
import type { DocumentIndex } from '../documents/document-index';
import { findCitation } from '../documents/find-citation';
import { findKind } from '../names/find-kind';
import type { Wording } from '../input';
import type { Party } from '../names/name-resolver';
import type { Named, SourceRow } from '../source';
import type { NamedType } from '../names/type-index';

const PERCENT = /\s*%$/u;

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
  readonly readWhen: (start: string, end: string) => When | undefined;
  /** How many rows have had this id, this one included. */
  readonly countOccurrence: (id: string) => number;
}

/** A triple, and the names and the label that a sentence about it needs. */
export interface ParsedTriple {
  readonly triple: Triple;
  readonly wording: Wording;
}

/** In: a row of triples, and whom names mean. Out: the triple. Throws `invalid` with the column as path when the row breaks a rule. */
export function parseTriple(row: SourceRow, partyOf: PartyOf, context: TripleContext): ParsedTriple {
  const { cells } = row;
  const subject = findParty('subject', row, partyOf);
  const type = findType(row, context);
  const object = findParty('object', row, partyOf);
  const when = context.readWhen(cells.get('start') ?? '', cells.get('end') ?? '');
  const relation = toRelation(cells, { type, subject, object, place: findPlace(row, partyOf), when });
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

/** In: a column of a row. Out: whom it names, or undefined when it is empty. */
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
  if (cell === undefined) return undefined;
  const party = partyOf({ name: cell });
  return party.status === 'known' ? party.name : cell.normalize('NFC') || undefined;
}

interface RelationParts {
  readonly type: NamedType;
  readonly subject: OneParty;
  readonly object: OneParty;
  readonly place: string | undefined;
  readonly when: When | undefined;
}

function toRelation(cells: Cells, parts: RelationParts): Relation {
  const ends = { type: parts.type.name, subject: parts.subject.id, object: parts.object.id };
  const about = cells.get('about')?.normalize('NFC');
  const { place, when } = parts;
  // Half a million rows come through here: properties set one by one cost a third of what spreading does.
  const relation: Relation = {
    id: toRelationId(ends, about, when),
    type: ends.type,
    subject: ends.subject,
    object: ends.object,
    modality: findModality(cells.get('modality')),
  };
  if (about) relation.about = about;
  if (when) relation.when = when;
  if (place) relation.place = place;
  return relation;
}

function findModality(cell: string | undefined): Modality {
  return cell === undefined ? 'actual' : checkCell('modality', Modality, cell.toLowerCase());
}

function findStance(cell: string | undefined): Stance {
  return cell === undefined ? 'supports' : checkCell('stance', Stance, cell.toLowerCase());
}

/** A share with a decimal point (0.87), or a percentage (87, 87 %). */
function findConfidence(cell: string | undefined): number | undefined {
  if (cell === undefined) return undefined;
  const number = /^\d{1,3}(?:\.\d{1,12})?$/u.test(cell.replace(PERCENT, ''))
    ? Number.parseFloat(cell)
    : Number.NaN;
  const isShare = cell.includes('.') && !PERCENT.test(cell) && number <= 1;
  const percent = Math.round(isShare ? number * 100 : number);
  if (percent >= 0 && percent <= 100) return percent;
  return refuseCell(
    'confidence',
    `'${shortenCell(cell)}' is no confidence; write a percentage, 87, or a share with a decimal point, 0.87`,
  );
}

function toRelationId(
  { subject, type, object }: Pick<Relation, 'subject' | 'type' | 'object'>,
  about: string | undefined,
  when: When | undefined,
): RelationId {
  return deriveRelationId([subject, type, object, about, when?.start, when?.end, when?.qualifier]);
}

interface EvidenceParts {
  readonly relation: Relation;
  readonly attributed: Pick<Evidence, 'attributedTo' | 'attributedToId'>;
  readonly context: TripleContext;
}

function toEvidence(row: SourceRow, { relation, attributed, context }: EvidenceParts): Evidence {
  const stance = findStance(row.cells.get('stance'));
  const evidence = toBareEvidence(row, { relation, stance, attributed, context });
  const confidence = findConfidence(row.cells.get('confidence'));
  if (attributed.attributedTo !== undefined) evidence.attributedTo = attributed.attributedTo;
  if (attributed.attributedToId !== undefined) evidence.attributedToId = attributed.attributedToId;
  if (confidence !== undefined) evidence.confidence = confidence;
  if (row.grade !== undefined) evidence.grade = row.grade;
  if (row.statement !== undefined && row.statement !== '')
    evidence.statement = row.statement.normalize('NFC');
  return evidence;
}

function toBareEvidence(row: SourceRow, { relation, stance, attributed, context }: StancedParts): Evidence {
  const { load } = context;
  const citation = row.citation ?? findCitation(row.cells, context.documents);
  if (citation) {
    const { passage, start, end } = citation;
    const id = deriveEvidenceId([relation.id, passage, start, end, stance, attributed.attributedTo]);
    return { id, relation: relation.id, stance, ...citation, load };
  }
  if (row.document !== undefined)
    return toDocumentEvidence(row.document, { relation, stance, attributed, context });
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
  { relation, stance, attributed, context }: StancedParts,
): Evidence {
  const id = deriveEvidenceId([relation.id, 'document', document, stance, attributed.attributedTo]);
  return { id, relation: relation.id, stance, document, load: context.load };
}
