import type { KnownIds } from '@/lib/model/known-ids';

import { KNOWN_EVIDENCE_IDS, KNOWN_RELATION_IDS } from '../../cypher/upsert-statements';
import { KNOWN_DOCUMENT_IDS, KNOWN_ENTITY_IDS, KNOWN_PASSAGE_IDS } from '../../cypher/known-queries';
import type { Engine } from '../../engine';
import { textsOf } from '../rows/row-values';

/** Returns those of the ids that are in the store. */
export async function findKnown(engine: Engine, ids: KnownIds): Promise<KnownIds> {
  const find = async (text: string, wanted: readonly string[]): Promise<readonly string[]> => {
    if (wanted.length === 0) return [];
    const [row] = await engine.read(text, { ids: [...new Set(wanted)] });
    return textsOf(row, 'ids');
  };
  return {
    entities: await find(KNOWN_ENTITY_IDS, ids.entities),
    relations: await find(KNOWN_RELATION_IDS, ids.relations),
    evidence: await find(KNOWN_EVIDENCE_IDS, ids.evidence),
    passages: await find(KNOWN_PASSAGE_IDS, ids.passages),
    documents: await find(KNOWN_DOCUMENT_IDS, ids.documents),
  };
}
