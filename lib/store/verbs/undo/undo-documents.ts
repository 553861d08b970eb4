import {
  CITED_DOCUMENT_IDS,
  DELETE_DOCUMENTS,
  DELETE_PASSAGES,
  DOCUMENT_LOADS,
  MENTIONED_IDS,
  PASSAGE_IDS_OF_DOCUMENTS,
} from '../../cypher/undo-statements';
import { SET_DOCUMENT_LOADS } from '../../cypher/upsert-statements';
import { loadsOf, toLoadsCell } from '../rows/declared-by';
import { removeLoneEntities } from './remove-lone-entities';
import { textOf, textsOf } from '../rows/row-values';
import type { Undoing, Undone } from './undo-step';
import { withoutLoad } from './undo-step';
import { readKnown, writeRows, writeTo } from '../write/write-rows';

/** So many passages are removed at once; a longer document goes in several steps, its end last. */
const PASSAGES_MAX = 2_000;

/** Takes a load from documents. Those that no other load has and no evidence cites go, with their passages and what these mention. */
export async function undoDocuments({ transaction, load }: Undoing, ids: readonly string[]): Promise<Undone> {
  const rows = await readKnown(transaction, DOCUMENT_LOADS, ids);
  const left = rows.map((row) => ({ id: textOf(row, 'id'), loads: withoutLoad(loadsOf(row), load) }));
  const bare = left.filter(({ loads }) => loads.length === 0).map(({ id }) => id);
  const [cited] = await readKnown(transaction, CITED_DOCUMENT_IDS, bare);
  const citedIds = new Set(textsOf(cited, 'ids'));
  const stay = left.filter(({ id, loads }) => loads.length > 0 || citedIds.has(id));
  writeRows(
    transaction,
    SET_DOCUMENT_LOADS,
    stay.map(({ id, loads }) => [id, toLoadsCell(loads)]),
  );
  const go = bare.filter((id) => !citedIds.has(id));
  const found =
    go.length === 0 ? [] : await transaction.run(PASSAGE_IDS_OF_DOCUMENTS, { ids: go, limit: PASSAGES_MAX });
  const passages = found.map((row) => textOf(row, 'id'));
  const [mentioned] = await readKnown(transaction, MENTIONED_IDS, passages);
  writeTo(transaction, DELETE_PASSAGES, passages);
  transaction.noteChanged({ entities: [], passages });
  const isEmptied = passages.length < PASSAGES_MAX;
  if (isEmptied) writeTo(transaction, DELETE_DOCUMENTS, go);
  const entities = await removeLoneEntities(transaction, textsOf(mentioned, 'ids'));
  return {
    removed: { documents: isEmptied ? go.length : 0, passages: passages.length, entities },
    kept: 0,
  };
}
