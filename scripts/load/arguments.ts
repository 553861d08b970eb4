/** What `npm run load` takes. */
export const argumentsOf = {
  path: {
    type: 'positional',
    required: false,
    description:
      'folders and files to load, as many as you like, or the address of a Neo4j that is only read: neo4j://host:7687',
  },
  'dry-run': { type: 'boolean', default: false, description: 'check everything and store nothing' },
  check: { type: 'boolean', default: false, description: 'check only the files, without a store' },
  json: { type: 'boolean', default: false, description: 'the report as one line of JSON' },
  format: {
    type: 'string',
    description: 'what the files are, when they are not recognised; see graph-data/README.md',
  },
  offline: {
    type: 'string',
    description:
      'write tables for the importer of Neo4j into this empty folder, for what is too large to load; then: npm run neo4j -- import <folder>',
  },
  nodes: { type: 'string', description: 'a table of nodes (id and name) for --edges; several with commas' },
  edges: { type: 'string', description: 'a table of edges between the ids of --nodes; several with commas' },
  map: {
    type: 'string',
    description:
      'what each column of a table holds: subject=Source,relation=Type,object=Target,start=Date; a column by its name or number, or relation="paid" for the same in each row',
  },
  header: {
    type: 'boolean',
    default: true,
    description: 'with --map: the first line names the columns',
    negativeDescription: 'with --map: the first line is a row, and columns are given by number',
  },
  'save-map': {
    type: 'boolean',
    default: false,
    description:
      'keep --map in entente-map.json beside the table, for tables with these columns; of a database in the data folder',
  },
  'ids-as-names': {
    type: 'boolean',
    default: false,
    description: 'take the numbers or ids that relations join for names',
  },
  verbose: { type: 'boolean', default: false, description: 'name all columns that are not read' },
  user: {
    type: 'string',
    description:
      'of a database that is loaded from; its password comes from ENTENTE_SOURCE_PASSWORD, or is asked for',
  },
  database: {
    type: 'string',
    description: 'which database of that server, when not the user’s own',
  },
  undo: { type: 'string', description: 'undo a load, by its id' },
  loads: { type: 'boolean', default: false, description: 'list what has been loaded, with ids' },
  store: { type: 'string', description: 'embedded, neo4j or an address such as neo4j://localhost:7687' },
} as const;
