/** SIF, the simple format of Cytoscape: on each line a name, a relation, and the names of all that it leads to; or a name alone. */
import { openEdgeLines, type LineReading } from '../../graph-files/edge-lines';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';

const HEADER = /^(?:source|node1|subject|from|head)\t[^\t]*\t(?:target|node2|object|to|tail)$/iu;

export const sif: Format = {
  name: 'sif',
  title: 'a list of edges as SIF',
  recognises: recognisedBy(
    'it is called .sif',
    ({ isFolder, extension }) => !isFolder && extension === '.sif',
  ),
  open: (sample, options) => {
    // A tab anywhere makes tabs the only separator, so that names may have blanks.
    const separator = sample.text.includes('\t') ? /\t+/u : /\s+/u;
    return openEdgeLines(sample, (text, line) => readLine(text, separator, line === 1), options);
  },
};

function readLine(text: string, separator: RegExp, isFirst: boolean): LineReading {
  if (isFirst && HEADER.test(text)) return { edges: [] };
  const [source = '', type, ...targets] = text.split(separator).map((cell) => cell.trim());
  if (type === undefined) return { node: source };
  if (targets.length === 0) return { problem: `the line has a name and a relation but no target; add one` };
  return { edges: targets.map((target) => ({ source, target, type })) };
}
