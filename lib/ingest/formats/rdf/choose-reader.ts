/** In which syntax of RDF a file is written. */
import type { FileSample } from '../../bytes/take-sample';
import type { Meter } from '../../bytes/meter';
import { peekJson, recordsOf } from '../../json/peek-json';
import type { Tally } from '../../rows/tally';
import { readJsonLd } from './read-json-ld';
import { readRdf, type RdfRecord, type RdfSyntax } from './read-rdf';
import { readRdfXml } from './read-rdf-xml';

/** How a file is read, from its beginning each time. */
export interface RdfReader {
  readonly because: string;
  readonly read: (reading: RdfReading) => AsyncIterable<readonly RdfRecord[]>;
}

interface RdfReading {
  readonly meter?: Meter | undefined;
  /** Where members of JSON-LD are counted that its context does not explain. */
  readonly unexplained?: Tally | undefined;
}

/** @returns how a file is read, or undefined when it is no RDF */
export function chooseReader(sample: FileSample): RdfReader | undefined {
  const { path, name, isFolder, extension, text } = sample;
  if (isFolder) return undefined;
  if (ROOT_OF_XML.test(text.slice(0, 8_000)))
    return { because: 'its root element is rdf:RDF', read: ({ meter }) => readRdfXml({ path, name }, meter) };
  const layout = findJsonLd(sample);
  if (layout !== undefined) {
    const file = { path, name, isLines: layout === 'lines' };
    return { because: 'it is JSON-LD', read: (reading) => readJsonLd(file, reading) };
  }
  return extensions.has(extension) || looksLikeLines(text) ? toTextReader(sample) : undefined;
}

/** @returns how what is text is read, whatever it looks like */
export function toTextReader(sample: FileSample): RdfReader {
  const syntax = findSyntax(sample);
  const read = ({ meter }: RdfReading) => readRdf(sample.path, syntax, meter);
  return { because: 'it is written in a syntax of RDF', read };
}

const ROOT_OF_XML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE[^[>]*(?:\[.*?\])?\s*>\s*)?(?:<!--.*?-->\s*)*<(?:[\w.-]+:)?RDF\b/su;
const FIRST_KEYWORD = /^\s*(?:\[\s*)?\{\s*"@(?:context|graph|id|type)"\s*:/u;

function findJsonLd(sample: FileSample): 'lines' | 'whole' | undefined {
  const peek = peekJson(sample);
  const [first] = recordsOf(peek);
  const hasKeyword =
    FIRST_KEYWORD.test(sample.text) ||
    ['@context', '@graph'].some((name) => peek?.members.has(name) === true) ||
    (first !== undefined && ['@context', '@id', '@graph'].some((name) => Object.hasOwn(first, name)));
  if (!hasKeyword) return undefined;
  return peek?.layout === 'lines' ? 'lines' : 'whole';
}

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

function looksLikeLines(text: string): boolean {
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
