import { createTable, type CsvTable, type TableForm } from './csv-table';

/**
 * The importer's tables: the same labels, types and properties as `lib/store/cypher/upsert-statements.ts` stores. A property that is in
 * the column `:ID` is stored under its name too. Evidence that cites nothing needs no id to be found by, which saves the importer memory.
 */
const forms = {
  store: { file: 'store.csv', option: '--nodes=Store=', columns: ['id', 'epoch:long', 'seed', 'names:long'] },
  loads: {
    file: 'loads.csv',
    option: '--nodes=Load=',
    columns: [
      'id',
      'dataset',
      'title',
      'tool',
      'startedAt',
      'inputHash',
      'row:long',
      'isDone:boolean',
      'merges',
      'evidence:long',
    ],
  },
  types: {
    file: 'types.csv',
    option: '--nodes=RelationType=',
    columns: ['type', 'label', 'inverse', 'plover', 'cameo', 'class', 'symmetric:boolean', 'loads:string[]'],
  },
  entities: {
    file: 'entities.csv',
    option: '--nodes=Entity=',
    columns: [
      'id:ID(Entity)',
      'name',
      'kind',
      'aliases:string[]',
      'sameAs',
      'description',
      'nameNfc',
      'key',
      'loads:string[]',
      ':LABEL',
    ],
  },
  aliases: { file: 'aliases.csv', option: '--nodes=Alias=', columns: ['key', 'name', 'entity'] },
  documents: {
    file: 'documents.csv',
    option: '--nodes=Document=',
    columns: [
      'id:ID(Document)',
      'title',
      'author',
      'publisher',
      'published',
      'url',
      'language',
      'rights',
      'note',
      'loads:string[]',
    ],
  },
  passages: {
    file: 'passages.csv',
    option: '--nodes=Passage=',
    columns: ['id:ID(Passage)', 'index:long', 'text'],
  },
  evidence: { file: 'evidence.csv', option: '--nodes=Evidence=', columns: ['id', ...evidenceColumns()] },
  citingEvidence: {
    file: 'citing-evidence.csv',
    option: '--nodes=Evidence=',
    columns: ['id:ID(Evidence)', ...evidenceColumns()],
  },
  parts: {
    file: 'parts.csv',
    option: '--relationships=PART_OF=',
    columns: [':START_ID(Passage)', ':END_ID(Document)'],
  },
  mentions: {
    file: 'mentions.csv',
    option: '--relationships=MENTIONS=',
    columns: [':START_ID(Passage)', ':END_ID(Entity)', 'start:long', 'end:long'],
  },
  citations: {
    file: 'citations.csv',
    option: '--relationships=CITES=',
    columns: [':START_ID(Evidence)', ':END_ID(Passage)'],
  },
  documentCitations: {
    file: 'document-citations.csv',
    option: '--relationships=CITES=',
    columns: [':START_ID(Evidence)', ':END_ID(Document)'],
  },
  relations: {
    file: 'relations.csv',
    option: '--relationships=',
    columns: [
      ':START_ID(Entity)',
      ':END_ID(Entity)',
      ':TYPE',
      'id',
      'about',
      'start',
      'end',
      'precision',
      'qualifier',
      'modality',
      'place',
      'class',
      'evidence:long',
      'supports:long',
      'documents:long',
      'contested:boolean',
      'sources:string[]',
      'grades:string[]',
      'coMentionsOnly:boolean',
    ],
  },
} as const satisfies Readonly<Record<string, TableForm>>;

/** The tables of a folder, each with its rows. */
export type Tables = Readonly<Record<keyof typeof forms, CsvTable>>;

/** Creates the tables of a folder, without rows. */
export function createTables(folder: string): Tables {
  const open = (name: keyof typeof forms) => createTable(folder, forms[name]);
  return {
    store: open('store'),
    loads: open('loads'),
    types: open('types'),
    entities: open('entities'),
    aliases: open('aliases'),
    documents: open('documents'),
    passages: open('passages'),
    evidence: open('evidence'),
    citingEvidence: open('citingEvidence'),
    parts: open('parts'),
    mentions: open('mentions'),
    citations: open('citations'),
    documentCitations: open('documentCitations'),
    relations: open('relations'),
  };
}

function evidenceColumns(): readonly string[] {
  return [
    'relation',
    'subject',
    'type',
    'object',
    'stance',
    'start:long',
    'end:long',
    'attributedTo',
    'attributedToId',
    'file',
    'confidence:long',
    'document',
    'grade',
    'statement',
    'load',
    'line:long',
    'record:long',
    'also:string[]',
    'alsoLines:long[]',
    'alsoRecords:long[]',
  ];
}
