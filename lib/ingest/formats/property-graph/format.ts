/** Property graphs that LlamaIndex keeps on disk: `property_graph_store.json`, with the texts there or in `docstore.json` beside it. */
import path from 'node:path';

import { findPart } from '../../bytes/find-part';
import { noteUnread } from '../../bytes/note-others';
import type { FileSample } from '../../bytes/take-sample';
import { llamaIndex } from '../../extracted/builders';
import { openBuiltGraph } from '../../extracted/open-built-graph';
import { recognisedBy } from '../../recognise';
import type { Format, OpenOptions, Source } from '../../source';
import { readPropertyGraph } from './read-store';

const GRAPH = 'property_graph_store.json';
const TEXTS = 'docstore.json';
/** Indexes and vectors of the same, and graphs of older kinds. */
const SILENT = /^(?:.*vector_store\.json|index_store\.json|graph_store\.json|\..*)$/u;

export const propertyGraph: Format = {
  name: 'property-graph',
  title: 'a property graph of LlamaIndex',
  recognises: recognisedBy('it holds the property graph of LlamaIndex', ({ isFolder, entries, text }) =>
    isFolder ? entries.includes(GRAPH) : MEMBERS.test(text.slice(0, LOOKED_AT)),
  ),
  open: async (sample, options) => await openStore(sample, options),
};

const LOOKED_AT = 1000;
/** A store begins with its nodes, each of which has an own id. */
const MEMBERS = /^\s*\{\s*"nodes"\s*:\s*\{\s*"[^"]*"\s*:\s*\{(?=[^}]*"(?:embedding|properties)"\s*:)/u;

async function openStore(
  { path: given, isFolder, name, entries }: FileSample,
  options: OpenOptions,
): Promise<Source> {
  const folder = isFolder ? given : path.dirname(given);
  const graph = isFolder ? path.join(given, GRAPH) : given;
  const texts = await findPart(folder, TEXTS);
  const dataset = isFolder ? name : path.basename(name, path.extname(name));
  const source = openBuiltGraph(
    {
      files: [graph, ...(texts === undefined ? [] : [texts])],
      dataset,
      citedFile: isFolder ? `${dataset}/${GRAPH}` : undefined,
      builder: llamaIndex,
      read: () => readPropertyGraph({ graph, texts }, options.meter),
    },
    options,
  );
  const others = entries.filter((entry) => ![GRAPH, TEXTS].includes(entry) && !SILENT.test(entry));
  return { ...source, notices: () => [...(source.notices?.() ?? []), ...noteUnread(others)] };
}
