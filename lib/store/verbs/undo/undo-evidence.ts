import {
  CLAIM_DOCUMENTS,
  CLAIM_TYPES,
  DELETE_EVIDENCE,
  deleteRelations,
  EVIDENCE_WITH_DOCUMENT,
} from '../../cypher/undo-statements';
import { placeColumns, SET_SUPPORT, supportColumns } from '../../cypher/upsert-statements';
import type { Row } from '../../engine';
import type { Support } from '../rows/evidence-support';
import { toSupportProperties, toSupports } from '../rows/evidence-support';
import { removeLoneEntities } from './remove-lone-entities';
import { mapOf, optionalTextOf, textOf } from '../rows/row-values';
import type { Undoing, Undone } from './undo-step';
import { toRelationPlace, type RelationPlace } from '../rows/stored-values';
import { recount } from '../write/upsert-evidence';
import { writeByType, writeCounts } from '../write/upsert-relations';
import { readKnown, writeRows, writeTo } from '../write/write-rows';

interface FoundEvidence {
  readonly id: string;
  readonly place: RelationPlace;
  readonly speaker: string | undefined;
  readonly document: string | undefined;
  /** The loads that have said it, the newest last. */
  readonly supports: readonly Support[];
}

/**
 * Takes a load's support from pieces of evidence; what other loads have said too cites the line of the newest of them. What no other load has said goes, with the relations that have no evidence left and
 * the entities that nothing holds any more; relations that have some are counted again.
 */
export async function undoEvidence(undoing: Undoing, ids: readonly string[]): Promise<Undone> {
  const { transaction, load } = undoing;
  const found = (await readKnown(transaction, EVIDENCE_WITH_DOCUMENT, ids)).map(toFound);
  const left = found.map((each) => ({
    ...each,
    supports: each.supports.filter((support) => support.load !== load),
  }));
  const kept = left.filter(({ supports }) => supports.length > 0);
  const removed = left.filter(({ supports }) => supports.length === 0);
  writeRows(
    transaction,
    SET_SUPPORT,
    kept.map(({ id, supports }) => supportColumns.toRow({ id, ...toSupportProperties(supports) })),
  );
  writeTo(
    transaction,
    DELETE_EVIDENCE,
    removed.map(({ id }) => id),
  );
  const relations = await undoRelations(undoing, removed);
  claim(undoing, CLAIM_DOCUMENTS, [...new Set(removed.flatMap(({ document }) => document ?? []))]);
  const entities = await removeLoneEntities(
    transaction,
    removed.flatMap(({ place, speaker }) => [
      place.subject,
      place.object,
      ...(speaker === undefined ? [] : [speaker]),
    ]),
  );
  return { removed: { evidence: removed.length, relations, entities }, kept: kept.length };
}

/** Relations without evidence go; out: how many. */
async function undoRelations(undoing: Undoing, removed: readonly FoundEvidence[]): Promise<number> {
  const { transaction, dynamicTypes } = undoing;
  const places = new Map<string, RelationPlace>(removed.map(({ place }) => [place.id, place]));
  const counted = await recount(transaction, [...places.keys()], places);
  writeCounts({ transaction, dynamicTypes }, counted);
  const supported = new Set<string>(counted.map(([{ id }]) => id));
  const bare = [...places.values()].filter(({ id }) => !supported.has(id));
  writeByType({ transaction, dynamicTypes }, deleteRelations, bare.map(placeColumns.toRow));
  claim(undoing, CLAIM_TYPES, [...new Set(bare.map(({ type }) => type))]);
  return bare.length;
}

function claim({ transaction, load }: Undoing, text: string, ids: readonly string[]): void {
  if (ids.length > 0) transaction.send(text, { ids, load });
}

function toFound(row: Row): FoundEvidence {
  const properties = mapOf(row, 'evidence');
  return {
    id: textOf(properties, 'id'),
    place: toRelationPlace({ ...properties, id: properties['relation'] }),
    speaker: optionalTextOf(properties, 'attributedToId'),
    document: optionalTextOf(row, 'document'),
    supports: toSupports(properties),
  };
}
