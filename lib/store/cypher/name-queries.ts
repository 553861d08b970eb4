/**
 * Entities by what they are called. `key` is the folded name; other names are nodes of their own, since no index reaches into a list.
 * They hang on nothing, so that no walk through the graph meets them.
 */

export const ENTITIES_BY_ID = `UNWIND $cells AS cell MATCH (e:Entity {id: cell}) RETURN e.id AS id, e.name AS name, e.kind AS kind`;

const FIRST_OF_EACH = `WITH cell, e ORDER BY e.id WITH cell, collect([e.id, e.name, e.kind]) AS found
RETURN cell, found[0..$limit] AS found`;

export const ENTITIES_BY_NAME = `UNWIND $cells AS cell MATCH (e:Entity {name: cell}) ${FIRST_OF_EACH}`;

export const ENTITIES_BY_NFC_NAME = `UNWIND $cells AS cell MATCH (e:Entity {nameNfc: cell}) ${FIRST_OF_EACH}`;

export const ENTITIES_BY_KEY = `UNWIND $cells AS cell MATCH (e:Entity {key: cell}) ${FIRST_OF_EACH}`;

export const ALIASES_BY_KEY = `UNWIND $cells AS cell MATCH (a:Alias {key: cell})
WITH cell, a ORDER BY a.entity WITH cell, collect([a.entity, a.name]) AS found
RETURN cell, found[0..$limit] AS found`;

export const DELETE_ALIASES = `UNWIND $ids AS id MATCH (a:Alias {entity: id}) DELETE a`;

export const CREATE_ALIASES = `UNWIND $rows AS x CREATE (:Alias {key: x[0], name: x[1], entity: x[2]})`;

/** Entities that were stored before there were keys. */
export const ENTITIES_WITHOUT_KEY = `MATCH (e:Entity) WHERE e.key IS NULL RETURN properties(e) AS entity LIMIT $limit`;

export const SET_KEYS = `UNWIND $rows AS x MATCH (e:Entity {id: x[0]}) SET e.key = x[1]`;

/** What is kept about names in the store, as a number that is absent before there were keys. */
export const NAMES_KEPT = `MATCH (s:Store {id: 'store'}) RETURN coalesce(s.names, 0) AS names`;

export const SET_NAMES_KEPT = `MATCH (s:Store {id: 'store'}) SET s.names = $names`;
