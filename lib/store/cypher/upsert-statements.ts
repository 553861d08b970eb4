/**
 * The statements of the loader's transaction. Rows are lists, since both engines read them faster than maps; a null in a row stores
 * no property. Ids are looked up in bulk and what is there already is left out by the client ("check ids, then create").
 */
import { defineColumns } from './row-columns';

/** Serialises the writers on engines that lock nodes. It is a statement of its own, since whatever else it read might be older than its lock. */
export const LOCK_STORE = `MERGE (s:Store {id: 'store'}) SET s.epoch = coalesce(s.epoch, 0)`;

/** Stores the fencing token of a write and returns that of the write before. The property keeps its name, `lastWrite`: stores have it already. */
export const SWAP_FENCING_TOKEN = `MATCH (s:Store {id: 'store'}) WITH s, s.lastWrite AS before SET s.lastWrite = $token RETURN before`;

export const LAST_WRITE = `MATCH (s:Store {id: 'store'}) RETURN s.lastWrite AS last`;

export const BUMP_EPOCH = `MATCH (s:Store {id: 'store'}) SET s.epoch = s.epoch + 1, s.seed = coalesce(s.seed, $seed)`;

export const BUMP_SESSION_EPOCH = `MERGE (s:Store {id: 'store'}) SET s.sessionEpoch = coalesce(s.sessionEpoch, 0) + 1, s.epoch = coalesce(s.epoch, 0)`;

/** `evidence` is how much the load has brought or said again; loads of older versions have no such number. `merges` comes once. */
export const SAVE_LOAD = `MERGE (l:Load {id: $id}) ON CREATE SET l.evidence = 0
SET l.dataset = $dataset, l.title = $title, l.tool = $tool, l.startedAt = $startedAt, l.inputHash = $inputHash, l.row = $row,
  l.isDone = $isDone, l.merges = coalesce($merges, l.merges), l.evidence = l.evidence + $evidence`;

/** The same, and the epoch, for a batch that has changed the graph. */
export const SAVE_LOAD_AND_EPOCH = `${SAVE_LOAD}
WITH l ${BUMP_EPOCH}`;

export const typeColumns = defineColumns([
  'type',
  'label',
  'inverse',
  'plover',
  'cameo',
  'class',
  'symmetric',
  'loads',
]);

export const CREATE_TYPES = `UNWIND $rows AS x CREATE (:RelationType {${typeColumns.properties()}})`;

export const UPDATE_TYPES = `UNWIND $rows AS x MATCH (t:RelationType {type: ${typeColumns.at('type')}})
SET ${typeColumns.settings('t')}`;

/** What declares a type, an entity or a document: the loads that brought it, in the order they came. */
export const SET_TYPE_LOADS = `UNWIND $rows AS x MATCH (t:RelationType {type: x[0]}) SET t.loads = x[1]`;

export const SET_ENTITY_LOADS = `UNWIND $rows AS x MATCH (e:Entity {id: x[0]}) SET e.loads = x[1]`;

export const SET_DOCUMENT_LOADS = `UNWIND $rows AS x MATCH (d:Document {id: x[0]}) SET d.loads = x[1]`;

export const KNOWN_ENTITIES = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN properties(e) AS entity`;

export const KNOWN_DOCUMENTS = `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN properties(d) AS document`;

export const documentColumns = defineColumns([
  'id',
  'title',
  'author',
  'publisher',
  'published',
  'url',
  'language',
  'rights',
  'note',
  'loads',
]);

export const CREATE_DOCUMENTS = `UNWIND $rows AS x CREATE (:Document {${documentColumns.properties()}})`;

export const UPDATE_DOCUMENTS = `UNWIND $rows AS x MATCH (d:Document {id: ${documentColumns.at('id')}})
SET ${documentColumns.settings('d')}`;

export const KNOWN_PASSAGES = `UNWIND $ids AS id MATCH (p:Passage {id: id})-[:PART_OF]->(d:Document) RETURN p.id AS id, d.id AS document, p.text AS text`;

export const KNOWN_PASSAGE_DOCUMENTS = `UNWIND $ids AS id MATCH (p:Passage {id: id})-[:PART_OF]->(d:Document) RETURN p.id AS id, d.id AS document`;

export const CREATE_PASSAGES = `UNWIND $rows AS x MATCH (d:Document {id: x[1]})
CREATE (:Passage {id: x[0], index: x[2], text: x[3]})-[:PART_OF]->(d)`;

export const KNOWN_MENTIONS = `UNWIND $ids AS id MATCH (p:Passage {id: id})-[m:MENTIONS]->(e:Entity)
RETURN p.id AS passage, e.id AS entity, m.start AS start, m.end AS end`;

export const CREATE_MENTIONS = `UNWIND $rows AS x MATCH (p:Passage {id: x[0]}) MATCH (e:Entity {id: x[1]})
CREATE (p)-[:MENTIONS {start: x[2], end: x[3]}]->(e)`;

export const KNOWN_EVIDENCE_IDS = `UNWIND $ids AS id MATCH (v:Evidence {id: id}) RETURN collect(v.id) AS ids`;

export const SOME_EVIDENCE = 'MATCH (v:Evidence) RETURN v.id AS id LIMIT 1';

export const SOME_ENTITY = 'MATCH (e:Entity) RETURN e.id AS id LIMIT 1';

/**
 * How much of some evidence is there: mostly all or nothing, so that no ids travel back. `others` are those that the load has neither brought
 * nor said again; `older` are those that it has, and another load since.
 */
export const COUNT_KNOWN_EVIDENCE = `UNWIND $ids AS id MATCH (v:Evidence {id: id})
RETURN count(v) AS found, collect(CASE WHEN v.load = $load OR $load IN coalesce(v.also, []) THEN null ELSE v.id END) AS others,
  collect(CASE WHEN v.load <> $load AND $load IN coalesce(v.also, []) THEN v.id ELSE null END) AS older`;

/** Another load says evidence again, perhaps at another place of its file: that is cited from now on, and what was is kept. */
export const ADD_SUPPORT = `UNWIND $rows AS x MATCH (v:Evidence {id: x[0]})
WITH v, x, coalesce(v.also, []) + [v.load] AS also,
  CASE WHEN v.line IS NULL THEN v.alsoLines ELSE coalesce(v.alsoLines, []) + [v.line] END AS alsoLines,
  CASE WHEN v.record IS NULL THEN v.alsoRecords ELSE coalesce(v.alsoRecords, []) + [v.record] END AS alsoRecords,
  CASE WHEN coalesce(v.line, 0) = coalesce(x[1], 0) AND coalesce(v.record, 0) = coalesce(x[2], 0) THEN 0 ELSE 1 END AS moved
SET v.load = $load, v.line = x[1], v.record = x[2], v.also = also, v.alsoLines = alsoLines, v.alsoRecords = alsoRecords
RETURN sum(moved) AS moved`;

export const SUPPORT_OF_EVIDENCE = `UNWIND $ids AS id MATCH (v:Evidence {id: id}) RETURN v.id AS id, v.load AS load, v.line AS line, v.record AS record, v.also AS also, v.alsoLines AS alsoLines, v.alsoRecords AS alsoRecords`;

export const supportColumns = defineColumns([
  'id',
  'load',
  'line',
  'record',
  'also',
  'alsoLines',
  'alsoRecords',
]);

export const SET_SUPPORT = `UNWIND $rows AS x MATCH (v:Evidence {id: ${supportColumns.at('id')}})
SET ${supportColumns.settings('v')}`;

export const KNOWN_RELATION_IDS = `UNWIND $ids AS id MATCH (v:Evidence {relation: id}) RETURN collect(DISTINCT v.relation) AS ids`;

/** What a piece of evidence says by itself. */
const SAYING = [
  'stance',
  'start',
  'end',
  'attributedTo',
  'attributedToId',
  'file',
  'line',
  'load',
  'confidence',
  'document',
  'record',
  'grade',
  'statement',
] as const;

/** `passage` is cited and no property. */
export const evidenceColumns = defineColumns([
  'id',
  'relation',
  'subject',
  'type',
  'object',
  ...SAYING,
  'passage',
]);

const EVIDENCE_PROPERTIES = evidenceColumns.properties(
  evidenceColumns.names.filter((name) => name !== 'passage'),
);

export const CREATE_EVIDENCE = `UNWIND $rows AS x CREATE (:Evidence {${EVIDENCE_PROPERTIES}})`;

export const CREATE_CITING_EVIDENCE = `UNWIND $rows AS x MATCH (p:Passage {id: ${evidenceColumns.at('passage')}})
CREATE (:Evidence {${EVIDENCE_PROPERTIES}})-[:CITES]->(p)`;

/** Evidence that names a document and no passage of it. */
export const CREATE_DOCUMENT_EVIDENCE = `UNWIND $rows AS x MATCH (d:Document {id: ${evidenceColumns.at('document')}})
CREATE (:Evidence {${EVIDENCE_PROPERTIES}})-[:CITES]->(d)`;

/**
 * The id of the document that the evidence `v` cites by a passage, or null. A list, not `OPTIONAL MATCH`: for that the embedded engine reads
 * every citation of the graph.
 */
export const DOCUMENT_OF_EVIDENCE = 'head([(v)-[:CITES]->(:Passage)-[:PART_OF]->(d:Document) | d.id])';

/** What a relation's derived numbers are counted from. */
export const EVIDENCE_TO_COUNT = `UNWIND $ids AS id MATCH (v:Evidence {relation: id})
RETURN v.relation AS relation, v.stance AS stance, v.file AS file, v.grade AS grade, coalesce(v.document, ${DOCUMENT_OF_EVIDENCE}) AS document`;

/** Where a relation lies. */
const PLACE = ['type', 'subject', 'object', 'id'] as const;

/** The numbers derived from a relation's evidence. */
const COUNTS = [
  'evidence',
  'supports',
  'documents',
  'contested',
  'sources',
  'grades',
  'coMentionsOnly',
] as const;

/** What a relation says by itself. */
const CONTENT = ['about', 'start', 'end', 'precision', 'qualifier', 'place', 'modality', 'class'] as const;

export const placeColumns = defineColumns([...PLACE, 'place']);
export const countColumns = defineColumns([...PLACE, ...COUNTS]);
export const relationColumns = defineColumns([...PLACE, ...CONTENT, ...COUNTS]);

/** A relation and its first piece of evidence, whose columns begin with `first.`. */
export const relationWithEvidenceColumns = defineColumns([
  ...relationColumns.names,
  'first.id',
  ...SAYING.map(toFirst),
]);

/** Names a column of the evidence that is created with its relation. */
export function toFirst<Name extends string>(name: Name): `first.${Name}` {
  return `first.${name}`;
}

/** The type of a relation stands in the text, or in the row where the engine takes it from there. */
export const DYNAMIC_TYPE = `$(${relationColumns.at('type')})`;

const ENDS = `MATCH (a:Entity {id: ${relationColumns.at('subject')}}) MATCH (b:Entity {id: ${relationColumns.at('object')}})`;

/** @param type - an accepted type name, or `DYNAMIC_TYPE` */
export const createRelations = (type: string) => `UNWIND $rows AS x ${ENDS}
CREATE (a)-[:${type} {${relationColumns.properties(['id', ...CONTENT, ...COUNTS])}}]->(b)`;

const FIRST_EVIDENCE = [
  `id: ${relationWithEvidenceColumns.at('first.id')}, relation: ${relationColumns.at('id')}`,
  relationColumns.properties(['subject', 'type', 'object']),
  ...SAYING.map((name) => `${name}: ${relationWithEvidenceColumns.at(toFirst(name))}`),
].join(', ');

/**
 * Creates relations, each with its first piece of evidence where that cites neither a passage nor a
 * document, so that the properties they share are sent once.
 * @param type - an accepted type name, or `DYNAMIC_TYPE`
 */
export const createRelationsWithEvidence = (type: string) => `${createRelations(type)}
CREATE (:Evidence {${FIRST_EVIDENCE}})`;

/**
 * Matches the relations of rows that begin with where they lie.
 * @param type - an accepted type name, or `DYNAMIC_TYPE`
 */
export const matchRelations = (type: string) =>
  `UNWIND $rows AS x MATCH (a:Entity {id: ${placeColumns.at('subject')}})-[r:${type}]->(b:Entity {id: ${placeColumns.at('object')}})
WHERE r.id = ${placeColumns.at('id')}`;

/** @param type - an accepted type name, or `DYNAMIC_TYPE` */
export const recountRelations = (type: string) => `${matchRelations(type)}
SET ${countColumns.settings('r', COUNTS)}`;

/** @param type - an accepted type name, or `DYNAMIC_TYPE` */
export const fillPlaces = (type: string) => `${matchRelations(type)} AND r.place IS NULL
SET ${placeColumns.settings('r', ['place'])} RETURN count(r) AS filled`;

/** @param type - an accepted type name */
export const setClass = (type: string) => `MATCH (:Entity)-[r:${type}]->(:Entity) SET r.class = $class`;

export const entityColumns = defineColumns([
  'id',
  'name',
  'kind',
  'aliases',
  'sameAs',
  'description',
  'nameNfc',
  'key',
  'loads',
]);

/** @param label - the label of a kind */
export const createEntities = (label: string) =>
  `UNWIND $rows AS x CREATE (:Entity:${label} {${entityColumns.properties()}})`;

/**
 * @param label - the label of a kind
 * @param labels - the labels of all kinds
 */
export const updateEntities = (
  label: string,
  labels: readonly string[],
) => `UNWIND $rows AS x MATCH (e:Entity {id: ${entityColumns.at('id')}})
REMOVE ${labels.map((each) => `e:${each}`).join(', ')}
SET e:${label}, ${entityColumns.settings('e')}`;
