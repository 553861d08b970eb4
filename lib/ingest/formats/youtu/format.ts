/** Graphs of youtu-graphrag: relationships with both ends written out, and the chunks in a file of their own. */
import path from 'node:path';

import { findPart } from '../../bytes/find-part';
import type { Meter } from '../../bytes/meter';
import { readLines } from '../../bytes/read-lines';
import { detectEncoding } from '../../bytes/detect-encoding';
import type { ExtractedChunk } from '../../extracted/extracted-graph';
import { openExtracted, type HeldGraph } from '../../extracted/open-extracted';
import { peekJson, recordsOf, toListLayout } from '../../json/peek-json';
import type { Tally } from '../../rows/tally';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { isTriple, readGraph } from './read-graph';

export const youtu: Format = {
  name: 'youtu-graphrag',
  title: 'a graph of youtu-graphrag',
  recognises: recognisedBy('its records have a start node, a relation and an end node', (sample) =>
    recordsOf(peekJson(sample)).some(isTriple),
  ),
  open: async (sample, options) => {
    const { path: file, name } = sample;
    const dataset = path.basename(name, path.extname(name));
    const layout = toListLayout(peekJson(sample));
    const texts = await findTexts(file, dataset);
    const read = async (unread: Tally): Promise<HeldGraph> => ({
      ...(await readGraph({ file, layout }, unread, options.meter)),
      chunks: texts === undefined ? [] : await readTexts(texts, options.meter),
    });
    const files = texts === undefined ? [file] : [file, texts];
    return openExtracted({ dataset, files, notes: texts === undefined ? [MISSING] : [], read }, options);
  },
};

const MISSING =
  'The texts that these relations were extracted from are missing: youtu-graphrag writes them to output/chunks, beside output/graphs. Keep both folders together.';
const CHUNK_LINE = /^id:\s*(?<id>\S+)\tChunk:\s?(?<text>.*)$/u;

/** Finds the file with the chunks: in `chunks` beside the folder `graphs`, or beside the graph. */
async function findTexts(file: string, dataset: string): Promise<string | undefined> {
  const folder = path.dirname(path.resolve(file));
  const name = dataset.replace(/_(?:new|graph)$/u, '');
  const home = path.dirname(folder);
  const beside = path.basename(folder) === 'graphs' ? await findPart(home, `chunks/${name}.txt`) : undefined;
  return beside ?? (await findPart(folder, `${name}.txt`));
}

async function readTexts(file: string, meter: Meter): Promise<readonly ExtractedChunk[]> {
  const chunks: ExtractedChunk[] = [];
  const document = { key: path.basename(file), title: path.basename(file) };
  for await (const lines of readLines(file, { encoding: await detectEncoding(file), meter })) {
    for (const { text: line, number } of lines) {
      const { id, text } = CHUNK_LINE.exec(line)?.groups ?? {};
      // A line that begins no chunk goes on with the one before.
      const last = chunks.at(-1);
      if (id !== undefined && text !== undefined)
        chunks.push({ key: id, text, documents: [document], file, line: number });
      else if (last && line.trim() !== '')
        chunks[chunks.length - 1] = { ...last, text: `${last.text}\n${line}` };
    }
  }
  return chunks;
}
