/** RDF as Turtle, TriG, N-Triples and N-Quads, with RDF-star: names from labels, sources from named graphs and annotations. */
import type { Reject } from '@/lib/model/reject';

import { surveyRdf } from './scope';
import { createRdfResources, type RdfResources } from './resources';
import { createRdfRows, type RdfContext } from './rows';
import { toRdfTypes } from './types';
import { readRdf, toNQuad, type RdfRecord, type RdfSyntax } from './read-rdf';
import { recognisedBy } from '../../recognise';
import type { Format, Piece, Source } from '../../source';
import type { FileSample } from '../../bytes/take-sample';

export const rdf: Format = {
  name: 'rdf',
  title: 'RDF',
  recognises: recognisedBy(
    'it is written in a syntax of RDF',
    (sample) => !sample.isFolder && (extensions.has(sample.extension) || looksLikeRdf(sample.text)),
  ),
  open: async (sample, { fallbackTypes, meter }) => {
    const file = sample.path;
    const syntax = findSyntax(sample);
    const dataset = sample.name;
    const overview = await surveyRdf(readRdf(file, syntax));
    const resources = createRdfResources(overview, dataset);
    const rejects = await describeResources(readRdf(file, syntax), resources, file);
    const types = toRdfTypes(resources, fallbackTypes);
    const context: RdfContext = { file, dataset, overview, resources, types };
    let rows = createRdfRows(context);
    return {
      files: [file],
      types: types.declared,
      entities: resources.entities(),
      rejects,
      notices: () => rows.notices(),
      pieces: async function* () {
        rows = createRdfRows(context);
        for await (const records of readRdf(file, syntax, meter)) {
          yield records.flatMap((record) => toPieces(record, file, rows.toPieces));
        }
      },
    } satisfies Source;
  },
};

const extensions: ReadonlyMap<string, RdfSyntax> = new Map([
  ['.nt', 'lines'],
  ['.nq', 'lines'],
  ['.ttl', 'blocks'],
  ['.trig', 'blocks'],
  ['.n3', 'notation'],
]);
const IRI = '<[^<>"{}|^`\\\\\\s]*>';
const NODE = `(?:${IRI}|_:[^\\s<>"]+)`;
const QUOTED = `<<.{1,4000}>>`;
const LITERAL = `"(?:[^"\\\\]|\\\\.)*"(?:@[A-Za-z0-9-]+|\\^\\^${IRI})?`;
const LINE = new RegExp(
  `^\\s*(?:${NODE}|${QUOTED})\\s*${IRI}\\s*(?:${NODE}|${QUOTED}|${LITERAL})\\s*${NODE}?\\s*\\.\\s*(?:#.*)?$`,
  'u',
);
const DIRECTIVE = /^\s*(?:@prefix\s+[^\s:]*:\s*<|@base\s+<|prefix\s+[^\s:]*:\s*<|base\s+<)/imu;

/** A named graph of TriG opens or ends: its statements may look like N-Triples, and their source is its name. */
const GRAPH = new RegExp(
  `^\\s*(?:(?:graph\\s+)?(?:${NODE}|[^\\s<>"{}:]*:[^\\s<>"{}]*)\\s*)?\\{|^\\s*\\}`,
  'iu',
);

/** Lines that say something, and that the sample holds whole. */
function firstLines(text: string): readonly string[] {
  const whole = text.slice(0, text.length < 32_000 ? undefined : text.lastIndexOf('\n'));
  return whole
    .slice(0, 32_000)
    .split(/\r\n?|\n/u)
    .slice(0, 50)
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
}

function looksLikeRdf(text: string): boolean {
  const [first, second] = firstLines(text);
  if (first === undefined) return false;
  return DIRECTIVE.test(first) || (LINE.test(first) && (second === undefined || LINE.test(second)));
}

/** Lines as of N-Triples are read as such wherever they stand, so that a bad one costs no other. */
function findSyntax({ extension, text }: FileSample): RdfSyntax {
  const lines = firstLines(text);
  if (extension === '.n3') return 'notation';
  if (lines.some((line) => DIRECTIVE.test(line) || GRAPH.test(line))) return 'blocks';
  const isLines = lines.filter((line) => LINE.test(line)).length > lines.length / 2;
  return isLines ? 'lines' : (extensions.get(extension) ?? 'blocks');
}

/** Out: the lines whose text cannot be kept. */
async function describeResources(
  records: AsyncIterable<readonly RdfRecord[]>,
  resources: RdfResources,
  file: string,
): Promise<readonly Reject[]> {
  const rejects: Reject[] = [];
  for await (const some of records) {
    for (const record of some) {
      const reason = record.kind === 'statement' ? resources.take(record.quad) : undefined;
      if (record.kind === 'fault' || reason === undefined) continue;
      rejects.push({
        file,
        line: record.line,
        column: 'object',
        reason,
        row: record.raw ?? toNQuad(record.quad),
      });
    }
  }
  return rejects;
}

function toPieces(
  record: RdfRecord,
  file: string,
  toRows: (record: Extract<RdfRecord, { kind: 'statement' }>) => readonly Piece[],
): readonly Piece[] {
  if (record.kind === 'statement') return toRows(record);
  const { line, reason, raw } = record;
  return [{ kind: 'reject', reject: { file, line, column: '', reason, row: raw } }];
}
