/** The statements that take back what a load brought. Everything is found by the load's id, so that an interrupted undoing finds what is left. */

import { DOCUMENT_OF_EVIDENCE, matchRelations } from './upsert-statements';

export const OF_LOAD = '(v.load = $load OR $load IN v.also)';

export const EVIDENCE_COUNT_OF_LOAD = `MATCH (v:Evidence) WHERE ${OF_LOAD} RETURN count(v) AS n`;

export const EVIDENCE_IDS_OF_LOAD = `MATCH (v:Evidence) WHERE ${OF_LOAD} RETURN v.id AS id LIMIT $limit`;

export const DOCUMENT_IDS_OF_LOAD = `MATCH (d:Document) WHERE $load IN d.loads RETURN d.id AS id LIMIT $limit`;

export const ENTITY_IDS_OF_LOAD = `MATCH (e:Entity) WHERE $load IN e.loads RETURN e.id AS id LIMIT $limit`;

export const EVIDENCE_WITH_DOCUMENT = `UNWIND $ids AS id MATCH (v:Evidence {id: id})
RETURN properties(v) AS evidence, coalesce(v.document, ${DOCUMENT_OF_EVIDENCE}) AS document`;

export const DELETE_EVIDENCE = `UNWIND $ids AS id MATCH (v:Evidence {id: id}) DETACH DELETE v`;

/** @param type - an accepted type name, or `DYNAMIC_TYPE` */
export const deleteRelations = (type: string) => `${matchRelations(type)} DELETE r`;

/** What no load declares is handed to the load that is being undone: whatever is left of it is then found, also after an interruption. */
export const CLAIM_DOCUMENTS = `UNWIND $ids AS id MATCH (d:Document {id: id}) WHERE d.loads IS NULL SET d.loads = [$load]`;

export const CLAIM_TYPES = `UNWIND $ids AS id MATCH (t:RelationType {type: id}) WHERE t.loads IS NULL SET t.loads = [$load]`;

export const DOCUMENT_LOADS = `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS id, d.loads AS loads`;

export const CITED_DOCUMENT_IDS = `UNWIND $ids AS id MATCH (d:Document {id: id})<-[:PART_OF*0..1]-(cited)<-[:CITES]-(:Evidence)
RETURN collect(DISTINCT id) AS ids`;

export const PASSAGE_IDS_OF_DOCUMENTS = `UNWIND $ids AS id MATCH (d:Document {id: id})<-[:PART_OF]-(p:Passage)
RETURN p.id AS id LIMIT $limit`;

export const MENTIONED_IDS = `UNWIND $ids AS id MATCH (p:Passage {id: id})-[:MENTIONS]->(e:Entity) RETURN collect(DISTINCT e.id) AS ids`;

export const DELETE_PASSAGES = `UNWIND $ids AS id MATCH (p:Passage {id: id}) DETACH DELETE p`;

export const DELETE_DOCUMENTS = `UNWIND $ids AS id MATCH (d:Document {id: id}) DETACH DELETE d`;

export const ENTITY_LOADS = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id, e.loads AS loads`;

/** Entities that no load declares and on which nothing hangs. */
export const LONE_ENTITY_IDS = `UNWIND $ids AS id MATCH (e:Entity {id: id}) WHERE e.loads IS NULL AND NOT (e)--()
RETURN collect(e.id) AS ids`;

/** Of some ids, those to whom evidence is attributed. */
export const SPEAKER_IDS = `UNWIND $ids AS id MATCH (v:Evidence {attributedToId: id}) RETURN collect(DISTINCT id) AS ids`;

export const DELETE_ENTITIES = `UNWIND $ids AS id MATCH (e:Entity {id: id}) DETACH DELETE e`;

/** @param type - an accepted type name */
export const firstOfType = (type: string) => `MATCH ()-[r:${type}]->() RETURN r.id AS id LIMIT 1`;

export const DELETE_TYPES = `UNWIND $ids AS id MATCH (t:RelationType {type: id}) DELETE t`;

export const DELETE_LOAD = `MATCH (l:Load {id: $id}) DELETE l`;
