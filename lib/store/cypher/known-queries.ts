/** Which of some ids are there. */

export const KNOWN_ENTITY_IDS = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN collect(e.id) AS ids`;

export const KNOWN_PASSAGE_IDS = `UNWIND $ids AS id MATCH (p:Passage {id: id}) RETURN collect(p.id) AS ids`;

export const KNOWN_DOCUMENT_IDS = `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN collect(d.id) AS ids`;

/** A page of all entities, in the order of their ids. */
export const ENTITY_NAMES = `MATCH (e:Entity) WHERE e.id > $after
RETURN e.id AS id, e.name AS name, e.aliases AS aliases ORDER BY id LIMIT $limit`;
