/** Little graphs as tools that build them from texts leave them in Neo4j, all about the same made-up ferry. */
interface BuiltDatabase {
  readonly tool: string;
  /** Fills an empty database. */
  readonly fill: readonly string[];
  /** "Subject relation Object", the text cited, and how the two are tied. */
  readonly relations: readonly (readonly [sentence: string, text: string | undefined, grade: string])[];
  readonly passages: readonly string[];
  readonly documents: readonly string[];
  readonly entities: readonly string[];
  /** Adds an entity, and a relation from it to Mira Holt that has its own text. */
  readonly grow: readonly string[];
  readonly grown: readonly (readonly [sentence: string, text: string | undefined, grade: string])[];
}

const founded = 'Mira Holt founded the Blue Line.';
const left = 'Mira Holt left the Blue Line for Norrby.';
const joined = 'Ota Vale knows Mira Holt.';
const vector = '[0.1, 0.2, 0.3]';

export const builtDatabases: readonly BuiltDatabase[] = [
  {
    tool: 'the LLM Graph Builder',
    fill: [
      `CREATE (d:Document {fileName: 'ferry.pdf', fileSource: 'local file', createdAt: datetime()})
       CREATE (a:Chunk {id: 'aa', text: '${founded}', position: 1, content_offset: 0, embedding: ${vector}})-[:PART_OF]->(d)
       CREATE (b:Chunk {id: 'bb', text: '${left}', position: 2, content_offset: 32, embedding: ${vector}})-[:PART_OF]->(d)
       CREATE (d)-[:FIRST_CHUNK]->(a)-[:NEXT_CHUNK]->(b), (a)-[:SIMILAR {score: 0.9}]->(b)
       CREATE (m:__Entity__:Person {id: 'Mira Holt', description: 'A captain', embedding: ${vector}})
       CREATE (l:__Entity__:Company {id: 'Blue Line'}), (n:__Entity__:Location {id: 'Norrby'})
       CREATE (a)-[:HAS_ENTITY]->(m), (a)-[:HAS_ENTITY]->(l)
       CREATE (b)-[:HAS_ENTITY]->(m), (b)-[:HAS_ENTITY]->(l), (b)-[:HAS_ENTITY]->(n)
       CREATE (m)-[:FOUNDED]->(l), (m)-[:MOVED_TO]->(n)
       CREATE (c:__Community__ {id: '0-1', level: 0}), (m)-[:IN_COMMUNITY]->(c)`,
    ],
    relations: [
      ['Mira Holt founded Blue Line', founded, 'co-mention'],
      ['Mira Holt founded Blue Line', left, 'co-mention'],
      ['Mira Holt moved to Norrby', left, 'candidate'],
    ],
    passages: [founded, left],
    documents: ['ferry.pdf'],
    entities: ['Blue Line', 'Mira Holt', 'Norrby'],
    grow: [
      `MATCH (d:Document), (m:__Entity__ {id: 'Mira Holt'}), (b:Chunk {id: 'bb'})
       CREATE (c:Chunk {id: 'cc', text: '${joined}', position: 3})-[:PART_OF]->(d), (b)-[:NEXT_CHUNK]->(c)
       CREATE (o:__Entity__:Person {id: 'Ota Vale'})-[:KNOWS]->(m), (c)-[:HAS_ENTITY]->(o), (c)-[:HAS_ENTITY]->(m)`,
    ],
    grown: [['Ota Vale knows Mira Holt', joined, 'candidate']],
  },
  {
    tool: 'neo4j-graphrag',
    fill: [
      `CREATE (d:Document:__KGBuilder__ {path: '/data/ferry.pdf', createdAt: '2026-01-01', document_type: 'pdf'})
       CREATE (a:Chunk:__KGBuilder__ {text: '${founded}', index: 0, embedding: ${vector}})-[:FROM_DOCUMENT]->(d)
       CREATE (b:Chunk:__KGBuilder__ {text: '${left}', index: 1, embedding: ${vector}})-[:FROM_DOCUMENT]->(d)
       CREATE (a)-[:NEXT_CHUNK]->(b)
       CREATE (m:__KGBuilder__:__Entity__:Person {name: 'Mira Holt'})-[:FROM_CHUNK]->(a), (m)-[:FROM_CHUNK]->(b)
       CREATE (l:__KGBuilder__:__Entity__:Company {name: 'Blue Line'})-[:FROM_CHUNK]->(a)
       CREATE (n:__KGBuilder__:__Entity__:Location {name: 'Norrby'})-[:FROM_CHUNK]->(b)
       CREATE (m)-[:FOUNDED]->(l), (m)-[:MOVED_TO]->(n)`,
    ],
    relations: [
      ['Mira Holt founded Blue Line', founded, 'candidate'],
      ['Mira Holt moved to Norrby', left, 'candidate'],
    ],
    passages: [founded, left],
    documents: ['ferry.pdf'],
    entities: ['Blue Line', 'Mira Holt', 'Norrby'],
    grow: [
      `MATCH (d:Document), (m:__Entity__ {name: 'Mira Holt'})
       CREATE (c:Chunk:__KGBuilder__ {text: '${joined}', index: 2})-[:FROM_DOCUMENT]->(d)
       CREATE (o:__KGBuilder__:__Entity__:Person {name: 'Ota Vale'})-[:KNOWS]->(m), (o)-[:FROM_CHUNK]->(c), (m)-[:FROM_CHUNK]->(c)`,
    ],
    grown: [['Ota Vale knows Mira Holt', joined, 'candidate']],
  },
  {
    tool: 'LangChain',
    fill: [
      `CREATE (d:Document {id: 'd1', text: '${founded}', source: 'https://example.org/ferry', title: 'The ferry'})
       CREATE (m:Person {id: 'Mira Holt'}), (l:Company {id: 'Blue Line'})
       CREATE (d)-[:MENTIONS]->(m), (d)-[:MENTIONS]->(l), (m)-[:FOUNDED]->(l)`,
    ],
    relations: [['Mira Holt founded Blue Line', founded, 'candidate']],
    passages: [founded],
    documents: ['The ferry'],
    entities: ['Blue Line', 'Mira Holt'],
    grow: [
      `MATCH (m:Person {id: 'Mira Holt'})
       CREATE (d:Document {id: 'd2', text: '${joined}', source: 'https://example.org/people', title: 'People'})
       CREATE (o:Person {id: 'Ota Vale'})-[:KNOWS]->(m), (d)-[:MENTIONS]->(o), (d)-[:MENTIONS]->(m)`,
    ],
    grown: [['Ota Vale knows Mira Holt', joined, 'candidate']],
  },
  {
    tool: 'LlamaIndex',
    fill: [
      `CREATE (a:Chunk {id: 'c1', text: '${founded}', file_name: 'ferry.txt', file_path: '/data/ferry.txt', ref_doc_id: 'r1', embedding: ${vector}})
       CREATE (b:Chunk {id: 'c2', text: '${left}', file_name: 'ferry.txt', file_path: '/data/ferry.txt', ref_doc_id: 'r1', embedding: ${vector}})
       CREATE (m:__Node__:__Entity__:PERSON {id: 'Mira Holt', name: 'Mira Holt', triplet_source_id: 'c2', embedding: ${vector}})
       CREATE (l:__Node__:__Entity__:COMPANY {id: 'Blue Line', name: 'Blue Line', triplet_source_id: 'c1'})
       CREATE (a)-[:MENTIONS]->(m), (b)-[:MENTIONS]->(m), (a)-[:MENTIONS]->(l)
       CREATE (m)-[:FOUNDED {triplet_source_id: 'c1'}]->(l)`,
    ],
    relations: [['Mira Holt founded Blue Line', founded, 'exact']],
    passages: [founded, left],
    documents: ['ferry.txt'],
    entities: ['Blue Line', 'Mira Holt'],
    grow: [
      `MATCH (m:__Entity__ {id: 'Mira Holt'})
       CREATE (c:Chunk {id: 'c3', text: '${joined}', file_name: 'people.txt', ref_doc_id: 'r2'})
       CREATE (o:__Node__:__Entity__:PERSON {id: 'Ota Vale', name: 'Ota Vale'})-[:KNOWS {triplet_source_id: 'c3'}]->(m)
       CREATE (c)-[:MENTIONS]->(o), (c)-[:MENTIONS]->(m)`,
    ],
    grown: [['Ota Vale knows Mira Holt', joined, 'exact']],
  },
  {
    tool: 'Graphiti',
    fill: [
      `CREATE (a:Episodic {uuid: 'e1', name: 'Notes', content: '${founded}', source: 'text', source_description: 'notes', group_id: 'g', valid_at: datetime('2026-05-02T10:00:00.123456Z'), created_at: datetime()})
       CREATE (b:Episodic {uuid: 'e2', name: 'Chat', content: 'Mira: I left the Blue Line.', source: 'message', source_description: 'chat', group_id: 'g', valid_at: datetime('2026-09-02T10:00:00Z'), created_at: datetime()})
       CREATE (m:Entity:Person {uuid: 'u1', name: 'Mira Holt', summary: 'A captain', group_id: 'g', name_embedding: ${vector}})
       CREATE (l:Entity {uuid: 'u2', name: 'Blue Line', group_id: 'g', name_embedding: ${vector}})
       CREATE (a)-[:MENTIONS]->(m), (a)-[:MENTIONS]->(l), (b)-[:MENTIONS]->(m), (b)-[:MENTIONS]->(l)
       CREATE (m)-[:RELATES_TO {uuid: 'f1', name: 'LEADS', fact: 'Mira Holt leads the Blue Line', fact_embedding: ${vector}, episodes: ['e1', 'e2'], group_id: 'g',
         valid_at: datetime('2026-05-01T00:00:00Z'), invalid_at: datetime('2026-09-01T00:00:00Z'), created_at: datetime(), expired_at: datetime()}]->(l)
       CREATE (c:Community {uuid: 'k1', name: 'Ferries'}), (c)-[:HAS_MEMBER]->(m)`,
    ],
    relations: [
      ['Mira Holt leads Blue Line', founded, 'exact'],
      ['Mira Holt leads Blue Line', 'Mira: I left the Blue Line.', 'exact'],
    ],
    passages: [founded, 'Mira: I left the Blue Line.'],
    documents: ['Chat', 'Notes'],
    entities: ['Blue Line', 'Mira Holt'],
    grow: [
      `MATCH (m:Entity {uuid: 'u1'})
       CREATE (c:Episodic {uuid: 'e3', name: 'More', content: '${joined}', source: 'text', group_id: 'g', valid_at: datetime('2026-10-02T10:00:00Z')})
       CREATE (o:Entity {uuid: 'u3', name: 'Ota Vale', group_id: 'g'})-[:RELATES_TO {uuid: 'f2', name: 'KNOWS', fact: 'Ota knows Mira', episodes: ['e3']}]->(m)
       CREATE (c)-[:MENTIONS]->(o), (c)-[:MENTIONS]->(m)`,
    ],
    grown: [['Ota Vale knows Mira Holt', joined, 'exact']],
  },
  {
    tool: 'LightRAG',
    fill: [
      `CREATE (m:base:person {entity_id: 'Mira Holt', entity_type: 'person', description: 'A captain', source_id: 'chunk-1', file_path: 'ferry.txt'})
       CREATE (l:base:organization {entity_id: 'Blue Line', entity_type: 'organization', source_id: 'chunk-1', file_path: 'ferry.txt'})
       CREATE (m)-[:DIRECTED {weight: 1.0, description: 'She founded it', keywords: 'founding', source_id: 'chunk-1', file_path: 'ferry.txt'}]->(l)`,
    ],
    relations: [['Mira Holt related to Blue Line', undefined, 'row']],
    passages: [],
    documents: [],
    entities: ['Blue Line', 'Mira Holt'],
    grow: [
      `MATCH (m:base {entity_id: 'Mira Holt'})
       CREATE (o:base:person {entity_id: 'Ota Vale', source_id: 'chunk-2'})-[:DIRECTED {source_id: 'chunk-2'}]->(m)`,
    ],
    grown: [['Ota Vale related to Mira Holt', undefined, 'row']],
  },
  {
    tool: 'cognee',
    fill: [
      `CREATE (d:__Node__:TextDocument {id: 't1', name: 'ferry.txt', raw_data_location: '/data/ferry.txt'})
       CREATE (a:__Node__:DocumentChunk {id: 'k1', text: '${founded}', chunk_index: 0})-[:is_part_of]->(d)
       CREATE (p:__Node__:EntityType {id: 'p', name: 'person'})
       CREATE (m:__Node__:Entity {id: 'm', name: 'mira holt'})-[:is_a]->(p)
       CREATE (l:__Node__:Entity {id: 'l', name: 'blue line'})
       CREATE (a)-[:contains]->(m), (a)-[:contains]->(l)
       CREATE (m)-[:founder_of {relationship_name: 'founder_of'}]->(l)`,
    ],
    relations: [['mira holt founder of blue line', founded, 'candidate']],
    passages: [founded],
    documents: ['ferry.txt'],
    entities: ['blue line', 'mira holt'],
    grow: [
      `MATCH (m:Entity {id: 'm'}), (d:TextDocument)
       CREATE (c:__Node__:DocumentChunk {id: 'k2', text: '${joined}', chunk_index: 1})-[:is_part_of]->(d)
       CREATE (o:__Node__:Entity {id: 'o', name: 'ota vale'})-[:knows]->(m), (c)-[:contains]->(o), (c)-[:contains]->(m)`,
    ],
    grown: [['ota vale knows mira holt', joined, 'candidate']],
  },
];

/** A graph of no tool, with texts all the same. */
export const ownDatabase: readonly string[] = [
  `CREATE (r:Report {heading: 'The ferry', no: 7})
   CREATE (a:Snippet {body: 'Mira Holt founded the Blue Line. ${'It has sailed every day since then. '.repeat(6)}', spot: point({x: 1, y: 2}), vec: ${vector}})-[:TAKEN_FROM]->(r)
   CREATE (m:Captain {fullname: 'Mira Holt', tags: ['a', 'b']})-[:NAMED_IN]->(a)
   CREATE (l:Shipper {fullname: 'Blue Line'})-[:NAMED_IN]->(a)
   CREATE (m)-[:FOUNDED {since: date('2026-05-01')}]->(l)`,
];
