/** Of some ids, those that a load has to do with. */
import { OF_LOAD } from './undo-statements';

export const DECLARED_IDS = `UNWIND $ids AS id MATCH (e:Entity {id: id}) WHERE $load IN e.loads RETURN collect(e.id) AS ids`;

export const SAID_BY = `UNWIND $ids AS id MATCH (v:Evidence {attributedToId: id}) WHERE ${OF_LOAD} RETURN collect(DISTINCT id) AS ids`;

export const RELATION_IDS_OF = `UNWIND $ids AS id MATCH (:Entity {id: id})-[r]-(:Entity) RETURN collect(DISTINCT r.id) AS ids`;

export const SAID_OF_RELATIONS = `UNWIND $ids AS id MATCH (v:Evidence {relation: id}) WHERE ${OF_LOAD} RETURN collect(DISTINCT id) AS ids`;

export const LOADS_OF_DATASET = `MATCH (l:Load {dataset: $dataset}) RETURN collect(l.id) AS ids`;
