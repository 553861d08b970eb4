/** Tables of nodes with the tables of edges between them: a folder of them, or files that were given together. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { isDataName } from '../../bytes/file-names';
import { findPart } from '../../bytes/find-part';
import type { FileSample } from '../../bytes/take-sample';
import { toGraphPieces } from '../../graph-files/graph-pieces';
import { recognisedBy } from '../../recognise';
import type { Format, GivenTables } from '../../source';
import { readGraphTables } from './read-tables';
import { belongTogether, sortTables, type SortedTables } from './sort-tables';

const TABLE = /\.(?:csv|tsv|txt)(?:\.gz)?$/iu;
const MOST_TABLES = 100;

export const graphTables: Format = {
  name: 'graph-tables',
  title: 'tables of nodes and of edges',
  recognises: recognisedBy('it holds tables of nodes and of edges that join their ids', async (sample) => {
    // A folder with other data beside the tables is read file by file.
    const data = sample.entries.filter(isDataName);
    if (!sample.isFolder || data.length < 2 || !data.every((entry) => TABLE.test(entry))) return false;
    return belongTogether(await sortFolder(sample));
  }),
  open: async (sample, { fallbackTypes, meter, tables: given }) => {
    const { path: place, isFolder, name } = sample;
    const tables = given ? await sortGiven(given) : await sortFolder(sample);
    if (tables.edges.length === 0 || tables.nodes.length === 0)
      throw new EntenteError('invalid', tellMissing(place, tables));
    const dataset = isFolder ? name : path.basename(name, path.extname(name));
    const graph = toGraphPieces({
      dataset,
      knownTypes: fallbackTypes,
      records: (reading) => readGraphTables(tables, reading, meter),
    });
    const [edges] = tables.edges;
    const cited = tables.edges.length === 1 && edges ? path.basename(edges.file) : undefined;
    return {
      dataset,
      citedFile: isFolder ? [dataset, cited].filter((part) => part !== undefined).join('/') : undefined,
      files: [...tables.nodes, ...tables.edges].map(({ file }) => file),
      notices: () => [...noteOthers(tables.others), ...graph.notices()],
      pieces: () => graph.pieces(),
    };
  },
};

async function sortFolder({ path: folder }: FileSample): Promise<SortedTables> {
  const names = (await readdir(folder)).filter((name) => TABLE.test(name)).sort();
  const files: string[] = [];
  for (const name of names.slice(0, MOST_TABLES)) {
    const file = await findPart(folder, name);
    if (file !== undefined) files.push(file);
  }
  return await sortTables(files);
}

/** A person has said which are which; their columns have to bear it out. */
async function sortGiven({ nodes, edges }: GivenTables): Promise<SortedTables> {
  const sorted = await sortTables([...nodes, ...edges]);
  return {
    nodes: sorted.nodes.filter(({ file }) => nodes.includes(file)),
    edges: sorted.edges.filter(({ file }) => edges.includes(file)),
    others: sorted.others,
  };
}

function tellMissing(place: string, { nodes, others }: SortedTables): string {
  const what =
    nodes.length === 0
      ? 'no table of nodes, with an id and a name or label'
      : 'no table of edges, with a source and a target';
  const unclear =
    others.length === 0
      ? ''
      : ` Their columns are those of neither: ${others.map((file) => path.basename(file)).join(', ')}.`;
  return `${place}: there is ${what}.${unclear}`;
}

function noteOthers(others: readonly string[]): readonly string[] {
  if (others.length === 0) return [];
  const names = others.map((file) => path.basename(file)).join(', ');
  return [`Not read, since their columns are neither those of nodes nor of edges: ${names}.`];
}
