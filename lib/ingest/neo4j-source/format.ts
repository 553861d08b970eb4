/** A running Neo4j as an input: its graph and texts are read, and nothing is ever written there. */
import { EntenteError } from '@/lib/model/entente-error';
import type { Mapping } from '@/lib/model/mapping';

import { findBuilder } from '../extracted/built-graph';
import type { Builder } from '../extracted/builders';
import { openBuiltGraph } from '../extracted/open-built-graph';
import type { Format, OpenOptions, Source } from '../source';
import { parseAddress } from './address';
import { connectReader, type DatabaseReader } from './connect-reader';
import { surveyDatabase, type DatabaseSurvey } from './database-survey';
import { toMappedBuilder } from './mapped-builder';
import { askForMapping } from './mapping-question';
import { readDatabase } from './read-database';

/** It is opened by the address that a person gives, and never by what a file holds. */
export const neo4jSource: Format = {
  name: 'neo4j',
  title: 'a Neo4j database',
  recognises: () => Promise.resolve(undefined),
  open: async ({ path: given }, options) => {
    const { host, address } = parseAddress(given);
    const reader = await connectReader(address, options.login ?? {});
    try {
      return await openDatabase(reader, `${host}/${reader.database}`, options);
    } catch (error) {
      await reader.close();
      throw error;
    }
  },
};

/** Labels that a store of Entente's has. */
const OWN_LABELS = ['Entity', 'Evidence', 'RelationType', 'Load'];

async function openDatabase(reader: DatabaseReader, dataset: string, options: OpenOptions): Promise<Source> {
  const { signal, meter } = options;
  const survey = await surveyDatabase(reader, signal);
  refuseStopped(signal);
  refuseUnfit(survey, dataset);
  const mapping = options.mapping ?? findSaved(dataset, options.savedMappings);
  const builder = mapping === undefined ? findBuilder(survey) : toMappedBuilder(mapping, survey);
  if (builder === undefined) throw await askForMapping(reader, survey, toCommand(reader, options));
  const read = await readDatabase({ reader, survey, builder, citedFile: dataset, signal });
  refuseStopped(signal);
  const source = openBuiltGraph(
    {
      files: [],
      dataset,
      citedFile: dataset,
      builder,
      read: () => Promise.resolve({ ...read.graph(meter), rejects: [] }),
    },
    options,
  );
  return {
    ...source,
    title: dataset,
    unfiled: { hash: read.hash, size: read.texts, title: describeKind(builder, mapping) },
    isMapped: mapping !== undefined,
    mappedFor: { file: dataset },
    notices: () => [...read.notices, ...(source.notices?.() ?? [])],
    close: () => reader.close(),
  };
}

/** What is half read says less than what is there. */
function refuseStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new EntenteError('invalid', 'Stopped before it was read to its end; nothing of it was stored.');
}

function refuseUnfit(survey: DatabaseSurvey, dataset: string): void {
  if (survey.nodeIds.length === 0)
    throw new EntenteError(
      'invalid',
      `The database ${dataset} holds nothing. Another one is named with --database.`,
    );
  if (OWN_LABELS.every((label) => survey.labels.has(label)))
    throw new EntenteError(
      'invalid',
      `The database ${dataset} is a store of Entente's, and no source of one. To look at it, name it with --store; to copy it, export it with apoc.export.json.all and load the file.`,
    );
}

function findSaved(dataset: string, saved: OpenOptions['savedMappings'] = []): Mapping | undefined {
  return saved.find((each) => 'file' in each.for && each.for.file === dataset);
}

/** What a report calls the database, and why. */
function describeKind({ name, signature }: Builder, mapping: Mapping | undefined): string {
  if (mapping !== undefined) return 'a Neo4j database, read as --map says';
  const { labels, types, keys } = signature;
  const marks = [
    ...(labels.length > 0 ? [`nodes ${labels.join(', ')}`] : []),
    ...(types.length > 0 ? [`relationships ${types.join(', ')}`] : []),
    ...(keys.length > 0 ? [`properties ${keys.join(', ')}`] : []),
  ];
  return `a Neo4j database as ${name} fills it (it has the ${marks.join(', the ')})`;
}

function toCommand(reader: DatabaseReader, { login = {} }: OpenOptions): string {
  const user = login.user === undefined ? '' : ` --user ${login.user}`;
  const database = login.database === undefined ? '' : ` --database ${login.database}`;
  return `npm run load -- ${reader.address}${user}${database}`;
}
