/** What a file is that nobody here reads, so that the message names it and says what to do instead. */
import type { FileSample } from './bytes/take-sample';

interface OtherFormat {
  /** After "It is …". */
  readonly name: string;
  readonly isIt: (sample: FileSample) => boolean;
  /** What to do: a sentence. */
  readonly advice: string;
  /** A format would take it for something of its own. */
  readonly goesFirst?: boolean;
}

const begins =
  (pattern: RegExp) =>
  ({ text }: FileSample): boolean =>
    pattern.test(text.slice(0, 4_000).trimStart());
const hasBytes =
  (...start: readonly number[]) =>
  ({ bytes }: FileSample): boolean =>
    start.every((byte, at) => bytes[at] === byte);
const isCalled =
  (...extensions: readonly string[]) =>
  ({ extension }: FileSample): boolean =>
    extensions.includes(extension);
const both =
  (...tests: readonly ((sample: FileSample) => boolean)[]) =>
  (sample: FileSample): boolean =>
    tests.every((test) => test(sample));

const AS_GRAPH = 'Save the graph as GraphML or GEXF, which are read.';
const AS_TEXT = 'Save its text as .txt, .md or .html, which are read as documents.';
const AS_WEBANNO = 'From INCEpTION or WebAnno, export it as WebAnno TSV 3, which is read.';
const AS_TABLE = 'Save its rows as a table with the columns subject, relation and object.';

/**
 * Told by the beginning alone. The documentation of each format is the source of its signature; the more particular go first.
 */
const others: readonly OtherFormat[] = [
  {
    name: 'a pointer of Git LFS, which stands for a file that was not fetched',
    isIt: begins(/^version https:\/\/git-lfs\.github\.com\/spec\//u),
    advice: 'Fetch the file itself with git lfs pull, then load that.',
  },
  {
    goesFirst: true,
    name: 'a web page, whatever its name says',
    isIt: both(
      isCalled('.csv', '.tsv', '.json', '.jsonl', '.xlsx'),
      begins(/^(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/isu),
    ),
    advice:
      'Perhaps it was saved from a page that asks to sign in or says that there is nothing. Fetch the file itself.',
  },
  {
    name: 'a pickle of Python, which runs code when it is opened and is never read here',
    isIt: (sample) => hasBytes(0x80, 4)(sample) || hasBytes(0x80, 5)(sample),
    advice: AS_GRAPH,
  },
  {
    name: 'an SQLite database',
    isIt: ({ text }) => text.startsWith('SQLite format 3'),
    advice: 'Export the tables of nodes and edges as CSV, and load them together.',
  },
  {
    name: 'a picture, a recording or a program, or something else that is no text',
    isIt: (sample) =>
      hasBytes(0x89, 0x50, 0x4e, 0x47)(sample) ||
      hasBytes(0xff, 0xd8, 0xff)(sample) ||
      hasBytes(0x7f, 0x45, 0x4c, 0x46)(sample),
    advice: 'Load what was made from it.',
  },
  {
    goesFirst: true,
    name: 'a document of OpenDocument (.odt, .ods, .odp)',
    isIt: ({ text }) => text.startsWith('PK') && text.includes('mimetypeapplication/vnd.oasis.opendocument'),
    advice: 'Save it as .docx, .xlsx or .pdf, which are read.',
  },
  {
    name: 'a file of an older Office (.doc, .xls, .ppt, .msg)',
    isIt: hasBytes(0xd0, 0xcf, 0x11, 0xe0),
    advice: 'Save it as .docx, .xlsx, .pdf or .eml, which are read.',
  },
  { name: 'a text in RTF', isIt: begins(/^\{\\rtf/u), advice: 'Save it as .docx, which is read.' },
  {
    goesFirst: true,
    name: 'an export of Maltego, with who there is and the links between them in one table',
    isIt: begins(/^"?Entity ID"?[,;\t].*"?Link From"?[,;\t]"?Link To"?[,;\t]/iu),
    advice: 'Put its entities and its links into two tables, and load them with --nodes and --edges.',
  },
  { name: 'a Tulip graph (TLP)', isIt: begins(/^\(tlp\s/u), advice: AS_GRAPH },
  {
    name: 'an ontology in OWL/XML, which says what classes there are and not who did what',
    isIt: begins(/^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^[]*(?:\[.*?\])?>\s*)?(?:<!--.*?-->\s*)*<Ontology\b/isu),
    advice: 'Save it as Turtle or RDF/XML, which are read.',
  },
  {
    name: 'a text in TEI',
    isIt: begins(/^(?:<\?xml[^>]*>\s*)*(?:<\?xml-model[^>]*>\s*)*<TEI(?:Corpus)?\b/isu),
    advice: AS_TEXT,
  },
  {
    name: 'a text with marks in UIMA CAS XMI',
    isIt: begins(/^(?:<\?xml[^>]*>\s*)?<(?:\w+:)?XMI\b[^>]*"http:\/\/\/uima\//u),
    advice: AS_WEBANNO,
  },
  {
    name: 'a text with marks in UIMA CAS JSON',
    isIt: isJsonWith(/"%(?:TYPES|FEATURE_STRUCTURES)"\s*:|"_(?:views|referenced_fss)"\s*:\s*\{/u),
    advice: AS_WEBANNO,
  },
  {
    name: 'XML of a kind that is not known here',
    isIt: begins(/^<\?xml\b/u),
    advice: 'GraphML, GEXF and RDF in Turtle are read.',
  },
  {
    name: 'a bibliography in BibTeX',
    isIt: begins(
      /^(?:%[^\n]*\n\s*)*@(?:article|book|inproceedings|incollection|misc|phdthesis|techreport|string|comment|preamble)\s*[{(]/iu,
    ),
    advice: AS_TABLE,
  },
  { name: 'a family tree in GEDCOM', isIt: begins(/^0 HEAD\b/u), advice: AS_TABLE },
  {
    name: 'annotations in an older WebAnno TSV',
    isIt: begins(/^#FORMAT=WebAnno/u),
    advice: AS_WEBANNO,
  },
  {
    name: 'a treebank in CoNLL-U, which says how words hang together and not who did what',
    isIt: isCalled('.conllu', '.conll'),
    advice: AS_TEXT,
  },
  {
    name: 'statements of Cypher, which are never run from a file',
    isIt: both(isCalled('.cypher', '.cql'), () => true),
    advice: 'Run them in a Neo4j, and load its export (apoc.export.json.all).',
  },
  {
    name: 'an SQL script',
    isIt: isCalled('.sql'),
    advice: 'Load it into its database, and export the tables as CSV.',
  },
  {
    name: 'a map in GeoJSON, which says where things are and not who did what',
    isIt: isJsonWith(/"type"\s*:\s*"FeatureCollection"/u),
    advice: AS_TABLE,
  },
  {
    name: 'annotations of Hypothes.is',
    isIt: isJsonWith(/"rows"\s*:.*"target"\s*:.*"selector"/su),
    advice: AS_TABLE,
  },
  {
    name: 'what Python prints of its objects, which looks like JSON and is none',
    isIt: begins(/^[[{]\s*(?:\{\s*)?'[^']*'\s*:/u),
    advice: 'Write it with json.dumps instead of str or print.',
  },
  {
    name: 'JSON with comments, which JSON has not',
    isIt: begins(
      /^(?:\/\/[^\n]*\n\s*|\/\*.*?\*\/\s*)+[[{]|^[[{]\s*(?:\/\/|\/\*)|^[[{][^\n]*[,[{]\s*(?:\/\/[^\n]*\n|\/\*)/su,
    ),
    advice: 'Take the comments out.',
  },
  {
    name: 'JSON with NaN or Infinity, which JSON has not',
    isIt: begins(/^[[{].*:\s*(?:NaN|-?Infinity)\b/su),
    advice: 'Write null instead; in Python, json.dumps(…, allow_nan=False) says where they are.',
  },
];

function isJsonWith(pattern: RegExp): (sample: FileSample) => boolean {
  return ({ text }) => /^\s*[[{]/u.test(text) && pattern.test(text.slice(0, 16_000));
}

/**
 * Names what a file is that no format is sure of.
 *
 * @param isFirst - before formats are asked, or after none of them was sure
 * @returns a sentence that says what it is and what to do, or undefined when it is nothing known
 */
export function tellOther(sample: FileSample, isFirst: boolean): string | undefined {
  if (sample.isFolder) return undefined;
  const other = others.find(({ isIt, goesFirst = false }) => goesFirst === isFirst && isIt(sample));
  return other && `It is ${other.name}, and is not read. ${other.advice}`;
}
