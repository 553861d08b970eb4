/** A graph of nodes and edges as GraphML. */
import { access } from 'node:fs/promises';
import path from 'node:path';

import type { Meter } from '../../bytes/meter';
import type { FileSample } from '../../bytes/take-sample';
import { graphmlDialect } from '../../graph-files/graphml-dialect';
import { isRoot, openXmlGraph, readXmlRecords } from '../../graph-files/xml-graph';
import { openIfBuilt } from '../../extracted/read-built-graph';
import { createTally } from '../../rows/tally';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';

export const graphml: Format = {
  name: 'graphml',
  title: 'a GraphML graph',
  recognises: recognisedBy('its root element is graphml', (sample) => isRoot(sample, 'graphml')),
  open: async (sample, options) => {
    // Neo4j writes the labels of its nodes; what a tool has built from texts has them.
    const { path: file, name } = sample;
    const built = LABELS.test(sample.text)
      ? await openIfBuilt(
          { file, name, records: (reading, meter) => readRecords(file, reading, meter) },
          options,
        )
      : undefined;
    if (built) return built;
    const source = openXmlGraph(sample, graphmlDialect, options);
    const notes = await noteMissingText(sample);
    return { ...source, notices: () => [...notes, ...(source.notices?.() ?? [])] };
  },
};

const LABELS = /<node\b[^>]*\slabels=/u;

function readRecords(
  file: string,
  reading: 'nodes' | 'edges',
  meter: Meter | undefined,
): ReturnType<typeof readXmlRecords> {
  return readXmlRecords(file, reading, { dialect: graphmlDialect, untold: createTally(), meter });
}

/** The file that LightRAG and nano-graphrag keep the texts in, beside the graph. */
const TEXTS = 'kv_store_text_chunks.json';
const KEY = /attr\.name\s*=\s*["'](\w+)["']/gu;
const TELLTALE = ['keywords', 'clusters', 'entity_id', 'entity_type'];

/**
 * Notes what a graph of LightRAG lacks when it is loaded by itself: the texts that its relations
 * were extracted from.
 */
async function noteMissingText({ path: file, text }: FileSample): Promise<readonly string[]> {
  const keys = new Set([...text.matchAll(KEY)].map(([, name]) => name));
  if (!keys.has('source_id') || !TELLTALE.some((name) => keys.has(name))) return [];
  const folder = path.dirname(file);
  const isBeside = await access(path.join(folder, TEXTS)).then(
    () => true,
    () => false,
  );
  const advice = isBeside
    ? `which is beside it; load the folder ${folder} to get them`
    : 'which is missing; put it beside the graph and load the folder';
  return [
    `This graph is LightRAG's or nano-graphrag's, without the texts that its relations were extracted from. They are in ${TEXTS}, ${advice}.`,
  ];
}
