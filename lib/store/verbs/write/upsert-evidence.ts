import { EntenteError } from '@/lib/model/entente-error';
import type { Evidence } from '@/lib/model/evidence';
import { EvidenceGrade, saidGrade, Stance } from '@/lib/model/evidence';
import type { LoadId } from '@/lib/model/ids';
import type { Relation } from '@/lib/model/relation';
import type { RelationType } from '@/lib/model/relation-type';

import {
  ADD_SUPPORT,
  CREATE_CITING_EVIDENCE,
  CREATE_DOCUMENT_EVIDENCE,
  CREATE_EVIDENCE,
  EVIDENCE_TO_COUNT,
  evidenceColumns,
  COUNT_KNOWN_EVIDENCE,
  KNOWN_EVIDENCE_IDS,
  KNOWN_RELATION_IDS,
  SET_SUPPORT,
  supportColumns,
  SUPPORT_OF_EVIDENCE,
} from '../../cypher/upsert-statements';
import { RELATION_PLACES } from '../../cypher/relation-queries';
import type { Row, Transaction } from '../../engine';
import type { CountedEvidence, EvidenceCounts } from '../rows/count-evidence';
import { countEvidence } from '../rows/count-evidence';
import { toSupportProperties, toSupports } from '../rows/evidence-support';
import { groupBy } from '../rows/group-by';
import { firstOfNew, isBare, toNewRelations } from './new-relations';
import { numberOf, optionalTextOf, textOf, textsOf } from '../rows/row-values';
import { toRelationPlace, type RelationPlace } from '../rows/stored-values';
import type { RelationWriter } from './upsert-relations';
import { writeCounts, writeNewRelations, writePlaces } from './upsert-relations';
import type { WriteTransaction } from './write';
import type { Written } from './writer-memory';
import { readKnown, writeRows } from './write-rows';

export interface EvidencePlan {
  readonly load: LoadId;
  readonly evidence: readonly Evidence[];
  readonly relations: ReadonlyMap<string, Relation>;
  readonly places: ReadonlyMap<string, RelationPlace>;
  readonly types: ReadonlyMap<string, RelationType>;
  /** The document of each passage. */
  readonly passageDocuments: ReadonlyMap<string, string>;
  /** Which of it is there. */
  readonly known: KnownEvidence;
  /** What is there at most, where that is known: anything else need not be asked for. */
  readonly written: Written | undefined;
}

export interface StoredEvidence {
  readonly relations: number;
  readonly evidence: number;
  readonly unchanged: number;
  /** Of the unchanged, how much another load had brought: it now has this load's support too. */
  readonly supported: number;
  readonly changed: boolean;
}

/** Stores the evidence that is not there yet and the relations it is the first of, and counts the others again from their evidence. */
export async function upsertEvidence(writer: RelationWriter, plan: EvidencePlan): Promise<StoredEvidence> {
  const { transaction } = writer;
  const wanted = new Map<string, Evidence>(plan.evidence.map((each) => [each.id, each]));
  const { stored, others } = plan.known;
  const supporting = writeSupport(transaction, plan, wanted);
  supporting.catch(() => undefined);
  const fresh = [...wanted.values()].filter(({ id }) => !stored.has(id));
  // The engine is busy with this while the rows are counted here.
  const asking = findKnownRelations(transaction, plan, fresh);
  asking.catch(() => undefined);
  const counted = groupBy(
    fresh.map((each) => toCounted(each, plan.passageDocuments)),
    ({ relation }) => relation,
  );
  const known = await asking;
  const created = toNewRelations(plan.relations, counted, firstOfNew(fresh, known));
  writeNewRelations(writer, created, plan.types);
  const written = new Set(created.map(({ evidence }) => evidence));
  writeEvidence(
    transaction,
    fresh.filter((each) => !written.has(each)),
    plan.places,
  );
  const grown = [...counted.keys()].filter((id) => known.has(id));
  writeCounts(writer, await recount(transaction, grown, plan.places));
  const filled = await writePlaces(
    writer,
    [...plan.relations.values()].filter(({ id }) => known.has(id)),
  );
  return {
    relations: created.length,
    evidence: fresh.length,
    unchanged: wanted.size - fresh.length,
    supported: others.filter((id) => wanted.has(id)).length,
    changed: (await supporting) || fresh.length + filled > 0,
  };
}

/**
 * Records where this load supports evidence that is already stored.
 * @returns whether any piece cites another place than before
 */
async function writeSupport(
  transaction: WriteTransaction,
  { load, known }: EvidencePlan,
  wanted: ReadonlyMap<string, Evidence>,
): Promise<boolean> {
  const placeOf = (id: string) => ({ line: wanted.get(id)?.line, record: wanted.get(id)?.record });
  const added = known.others
    .filter((id) => wanted.has(id))
    .map((id) => [id, placeOf(id).line ?? null, placeOf(id).record ?? null]);
  const adding = added.length === 0 ? [] : transaction.run(ADD_SUPPORT, { rows: added, load });
  const older = known.older.filter((id) => wanted.has(id));
  const found = await readKnown(transaction, SUPPORT_OF_EVIDENCE, older);
  const renewed = found.map((row) => ({ id: textOf(row, 'id'), supports: toSupports(row) }));
  writeRows(
    transaction,
    SET_SUPPORT,
    renewed.map(({ id, supports }) => {
      const others = supports.filter((support) => support.load !== load);
      return supportColumns.toRow({ id, ...toSupportProperties([...others, { load, ...placeOf(id) }]) });
    }),
  );
  const [row] = await adding;
  const isMoved = ({ id, supports }: (typeof renewed)[number]) => {
    const [before, now] = [supports.at(-1), placeOf(id)];
    return before?.line !== now.line || before?.record !== now.record;
  };
  return numberOf(row, 'moved') > 0 || renewed.some(isMoved);
}

/**
 * Finds where each relation stands that the evidence or the relations of a batch name.
 * @throws `invalid` for a relation that is neither in the batch nor in the store
 */
export async function toRelationPlaces(
  transaction: Transaction,
  evidence: readonly Evidence[],
  relations: readonly Relation[],
): Promise<ReadonlyMap<string, RelationPlace>> {
  const places = new Map<string, RelationPlace>(relations.map((relation) => [relation.id, relation]));
  const missing = evidence.map(({ relation }) => relation).filter((id) => !places.has(id));
  for (const row of await readKnown(transaction, RELATION_PLACES, missing)) {
    const place = toRelationPlace(row);
    places.set(place.id, place);
  }
  const unknown = missing.find((id) => !places.has(id));
  if (unknown !== undefined) {
    throw new EntenteError(
      'invalid',
      `Evidence names the relation ${unknown}, which is neither in the batch nor in the store. Send the relation with its evidence.`,
    );
  }
  return places;
}

export interface KnownEvidence {
  readonly stored: ReadonlySet<string>;
  /** Of the stored, what the load has neither brought nor said again. */
  readonly others: readonly string[];
  /** Of the stored, what the load has said, and another one since. */
  readonly older: readonly string[];
}

/**
 * Finds which of a load's evidence is already stored. Where `written` is known, nothing beyond it
 * can be.
 * @param transaction - the transaction to read in
 * @param evidence - the evidence that the load brings
 */
export async function findKnownEvidence(
  transaction: Transaction,
  evidence: readonly Evidence[],
  { load, written }: Pick<EvidencePlan, 'load' | 'written'>,
): Promise<KnownEvidence> {
  const wanted = [...new Set<string>(evidence.map(({ id }) => id))];
  const ids = written ? wanted.filter(written.evidence.mayHave) : wanted;
  if (ids.length === 0) return { stored: new Set(), others: [], older: [] };
  const [row] = await transaction.run(COUNT_KNOWN_EVIDENCE, { ids, load });
  const found = numberOf(row, 'found');
  const others = textsOf(row, 'others');
  const older = textsOf(row, 'older');
  if (found === 0) return { stored: new Set(), others, older };
  if (found === ids.length) return { stored: new Set(ids), others, older };
  const [known] = await transaction.run(KNOWN_EVIDENCE_IDS, { ids });
  return { stored: new Set(textsOf(known, 'ids')), others, older };
}

/** A relation is in the store when evidence of it is: a relation without evidence does not exist. */
async function findKnownRelations(
  transaction: Transaction,
  plan: EvidencePlan,
  fresh: readonly Evidence[],
): Promise<ReadonlySet<string>> {
  const withPlace = [...plan.relations.values()].filter(({ place }) => place !== undefined);
  const wanted = [...fresh.map(({ relation }) => relation), ...withPlace.map(({ id }) => id)];
  const ids = plan.written ? wanted.filter(plan.written.relations.mayHave) : wanted;
  const [row] = await readKnown(transaction, KNOWN_RELATION_IDS, ids);
  return new Set(textsOf(row, 'ids'));
}

function writeEvidence(
  transaction: WriteTransaction,
  evidence: readonly Evidence[],
  places: ReadonlyMap<string, RelationPlace>,
): void {
  const bare = evidence.filter(isBare);
  const ofDocuments = evidence.filter((each) => each.passage === undefined && !isBare(each));
  const citing = evidence.filter(({ passage }) => passage !== undefined);
  writeRows(
    transaction,
    CREATE_EVIDENCE,
    bare.map((each) => toRow(each, places)),
  );
  writeRows(
    transaction,
    CREATE_DOCUMENT_EVIDENCE,
    ofDocuments.map((each) => toRow(each, places)),
  );
  writeRows(
    transaction,
    CREATE_CITING_EVIDENCE,
    citing.map((each) => toRow(each, places)),
  );
}

function toRow(evidence: Evidence, places: ReadonlyMap<string, RelationPlace>): readonly unknown[] {
  const { subject, type, object } = places.get(evidence.relation) ?? {};
  return evidenceColumns.toRow({ ...evidence, subject, type, object, grade: saidGrade(evidence) });
}

/** A piece of evidence to count, and the relation that it is of. */
type CountedOf = CountedEvidence & { readonly relation: string };

function toCounted(evidence: Evidence, passageDocuments: ReadonlyMap<string, string>): CountedOf {
  const { relation, stance, file, passage, document, grade } = evidence;
  return {
    relation,
    stance,
    file,
    grade,
    document: passage === undefined ? document : passageDocuments.get(passage),
  };
}

/**
 * Recomputes the numbers of relations from their evidence.
 * @param transaction - the transaction to read in
 * @param ids - the ids of the relations
 * @param places - where relations stand, by id
 * @returns where each relation stands, with its numbers; relations without evidence are left out
 */
export async function recount(
  transaction: Transaction,
  ids: readonly string[],
  places: ReadonlyMap<string, RelationPlace>,
): Promise<readonly (readonly [RelationPlace, EvidenceCounts])[]> {
  const rows = await readKnown(transaction, EVIDENCE_TO_COUNT, ids);
  const counted = groupBy(rows.map(toCountedRow), ({ relation }) => relation);
  return [...counted].flatMap(([id, evidence]) => {
    const place = places.get(id);
    return place === undefined ? [] : [[place, countEvidence(evidence)] as const];
  });
}

function toCountedRow(row: Row): CountedOf {
  return {
    relation: textOf(row, 'relation'),
    stance: Stance.parse(row['stance']),
    file: optionalTextOf(row, 'file'),
    document: optionalTextOf(row, 'document'),
    grade: EvidenceGrade.optional().parse(row['grade'] ?? undefined),
  };
}
