/** Counts of the whole store. */

export const DATASETS = `MATCH (l:Load) RETURN DISTINCT l.dataset AS id, l.title AS title, l.startedAt AS startedAt`;

export const KIND_COUNTS = `MATCH (e:Entity) RETURN e.kind AS kind, count(*) AS n`;

/** `last` ends in `~`, which sorts after digits and dashes: 2023 as a whole ends after 2023-05. */
export const RELATION_COUNTS = `MATCH (:Entity)-[r]->(:Entity)
RETURN type(r) AS type, r.class AS class, count(*) AS n, min(r.start) AS first, max(coalesce(r.end, r.start) + '~') AS last`;

export const EVIDENCE_COUNT = `MATCH (v:Evidence) RETURN count(v) AS n`;

export const PASSAGE_COUNT = `MATCH (p:Passage) RETURN count(p) AS n`;

export const STORE_STATE = `MATCH (s:Store {id: 'store'}) RETURN s.seed AS seed, s.epoch AS epoch, s.sessionEpoch AS sessionEpoch`;

export const LOAD = `MATCH (l:Load {id: $id}) RETURN properties(l) AS load`;

export const ALL_LOADS = `MATCH (l:Load) RETURN properties(l) AS load`;
