/**
 * The statements of the loader's transaction. Rows are lists, since both engines read them faster than maps; a null in a row stores
 * no property. Ids are looked up in bulk and what is there already is left out by the client ("check ids, then create").
 */

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

export const CREATE_TYPES = `UNWIND $rows AS x
CREATE (:RelationType {type: x[0], label: x[1], inverse: x[2], plover: x[3], cameo: x[4], class: x[5], symmetric: x[6], loads: x[7]})`;

export const UPDATE_TYPES = `UNWIND $rows AS x MATCH (t:RelationType {type: x[0]})
SET t.label = x[1], t.inverse = x[2], t.plover = x[3], t.cameo = x[4], t.class = x[5], t.symmetric = x[6], t.loads = x[7]`;

/** What declares a type, an entity or a document: the loads that brought it, in the order they came. */
export const SET_TYPE_LOADS = `UNWIND $rows AS x MATCH (t:RelationType {type: x[0]}) SET t.loads = x[1]`;

export const SET_ENTITY_LOADS = `UNWIND $rows AS x MATCH (e:Entity {id: x[0]}) SET e.loads = x[1]`;

export const SET_DOCUMENT_LOADS = `UNWIND $rows AS x MATCH (d:Document {id: x[0]}) SET d.loads = x[1]`;

export const KNOWN_ENTITIES = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN properties(e) AS entity`;

export const KNOWN_DOCUMENTS = `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN properties(d) AS document`;

export const CREATE_DOCUMENTS = `UNWIND $rows AS x
CREATE (:Document {id: x[0], title: x[1], author: x[2], publisher: x[3], published: x[4], url: x[5], language: x[6], rights: x[7], note: x[8], loads: x[9]})`;

export const UPDATE_DOCUMENTS = `UNWIND $rows AS x MATCH (d:Document {id: x[0]})
SET d.title = x[1], d.author = x[2], d.publisher = x[3], d.published = x[4], d.url = x[5], d.language = x[6], d.rights = x[7], d.note = x[8], d.loads = x[9]`;

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

export const SET_SUPPORT = `UNWIND $rows AS x MATCH (v:Evidence {id: x[0]})
SET v.load = x[1], v.line = x[2], v.record = x[3], v.also = x[4], v.alsoLines = x[5], v.alsoRecords = x[6]`;

export const KNOWN_RELATION_IDS = `UNWIND $ids AS id MATCH (v:Evidence {relation: id}) RETURN collect(DISTINCT v.relation) AS ids`;

const EVIDENCE_PROPERTIES = `id: x[0], relation: x[1], subject: x[2], type: x[3], object: x[4], stance: x[5], start: x[6], end: x[7],
  attributedTo: x[8], attributedToId: x[9], file: x[10], line: x[11], load: x[12], confidence: x[13],
  document: x[14], record: x[15], grade: x[16], statement: x[17]`;

export const CREATE_EVIDENCE = `UNWIND $rows AS x CREATE (:Evidence {${EVIDENCE_PROPERTIES}})`;

export const CREATE_CITING_EVIDENCE = `UNWIND $rows AS x MATCH (p:Passage {id: x[18]})
CREATE (:Evidence {${EVIDENCE_PROPERTIES}})-[:CITES]->(p)`;

/** Evidence that names a document and no passage of it. */
export const CREATE_DOCUMENT_EVIDENCE = `UNWIND $rows AS x MATCH (d:Document {id: x[14]})
CREATE (:Evidence {${EVIDENCE_PROPERTIES}})-[:CITES]->(d)`;

/**
 * The id of the document that the evidence `v` cites by a passage, or null. A list, not `OPTIONAL MATCH`: for that the embedded engine reads
 * every citation of the graph.
 */
export const DOCUMENT_OF_EVIDENCE = 'head([(v)-[:CITES]->(:Passage)-[:PART_OF]->(d:Document) | d.id])';

/** What a relation's derived numbers are counted from. */
export const EVIDENCE_TO_COUNT = `UNWIND $ids AS id MATCH (v:Evidence {relation: id})
RETURN v.relation AS relation, v.stance AS stance, v.file AS file, v.grade AS grade, coalesce(v.document, ${DOCUMENT_OF_EVIDENCE}) AS document`;

/** The type of a relation stands in the text, or in the row where the engine takes it from there. */
export const DYNAMIC_TYPE = '$(x[0])';

/** @param type - an accepted type name, or `DYNAMIC_TYPE` */
export const createRelations = (
  type: string,
) => `UNWIND $rows AS x MATCH (a:Entity {id: x[1]}) MATCH (b:Entity {id: x[2]})
CREATE (a)-[:${type} {id: x[3], about: x[4], start: x[5], end: x[6], precision: x[7], qualifier: x[8], place: x[9], modality: x[10],
  class: x[11], evidence: x[12], supports: x[13], documents: x[14], contested: x[15], sources: x[16],
  grades: x[17], coMentionsOnly: x[18]}]->(b)`;

/**
 * Creates relations, each with its first piece of evidence where that cites neither a passage nor a
 * document, so that the properties they share are sent once.
 * @param type - an accepted type name, or `DYNAMIC_TYPE`
 */
export const createRelationsWithEvidence = (type: string) => `${createRelations(type)}
CREATE (:Evidence {id: x[19], relation: x[3], subject: x[1], type: x[0], object: x[2], stance: x[20], start: x[21], end: x[22],
  attributedTo: x[23], attributedToId: x[24], file: x[25], line: x[26], load: x[27], confidence: x[28], record: x[30], grade: x[31],
  statement: x[32]})`;

/** @param type - an accepted type name, or `DYNAMIC_TYPE` */
export const recountRelations = (
  type: string,
) => `UNWIND $rows AS x MATCH (a:Entity {id: x[1]})-[r:${type}]->(b:Entity {id: x[2]})
WHERE r.id = x[3]
SET r.evidence = x[4], r.supports = x[5], r.documents = x[6], r.contested = x[7], r.sources = x[8], r.grades = x[9],
  r.coMentionsOnly = x[10]`;

/** @param type - an accepted type name, or `DYNAMIC_TYPE` */
export const fillPlaces = (
  type: string,
) => `UNWIND $rows AS x MATCH (a:Entity {id: x[1]})-[r:${type}]->(b:Entity {id: x[2]})
WHERE r.id = x[3] AND r.place IS NULL
SET r.place = x[4] RETURN count(r) AS filled`;

/** @param type - an accepted type name */
export const setClass = (type: string) => `MATCH (:Entity)-[r:${type}]->(:Entity) SET r.class = $class`;

/** @param label - the label of a kind */
export const createEntities = (label: string) => `UNWIND $rows AS x
CREATE (:Entity:${label} {id: x[0], name: x[1], kind: x[2], aliases: x[3], sameAs: x[4], description: x[5], nameNfc: x[6], key: x[7], loads: x[8]})`;

/**
 * @param label - the label of a kind
 * @param labels - the labels of all kinds
 */
export const updateEntities = (
  label: string,
  labels: readonly string[],
) => `UNWIND $rows AS x MATCH (e:Entity {id: x[0]})
REMOVE ${labels.map((each) => `e:${each}`).join(', ')}
SET e:${label}, e.name = x[1], e.kind = x[2], e.aliases = x[3], e.sameAs = x[4], e.description = x[5], e.nameNfc = x[6], e.key = x[7], e.loads = x[8]`;
