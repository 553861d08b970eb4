import { chooseDialect } from '../table/choose-dialect';
import type { DocumentSort } from './read-plain-document';
import { createLineSplitter } from '../bytes/split-lines';
import type { FileSample } from '../bytes/take-sample';
import { tripleColumns } from '../table/triple-columns';

const HTML = /^(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b/isu;
const PDF = /^%PDF-\d/u;
const PROSE = new Set(['.md', '.markdown']);
const LOOKED_AT_LINES = 50;
/** So many columns has the least of triples, and so many rows alike are no accident. */
const FEWEST = 3;

/** In: the beginning of a file. Out: which sort of document it is, or undefined when it is none. */
export function tellDocument(sample: FileSample): DocumentSort | undefined {
  const { text, extension } = sample;
  if (PDF.test(text)) return 'pdf';
  if (HTML.test(text)) return 'html';
  if (extension === '.html' || extension === '.htm') return text.includes('<') ? 'html' : 'text';
  if (PROSE.has(extension)) return 'markdown';
  return extension === '.txt' && !looksLikeTriples(text) ? 'text' : undefined;
}

/** Whether a text file is a table of triples: by the names of its columns, or by rows that all have as many cells. */
function looksLikeTriples(text: string): boolean {
  const splitter = createLineSplitter();
  const lines = splitter.add(Buffer.from(`${text}\n`)).filter((line) => line.text.trim() !== '');
  const { header, records, dialect } = chooseDialect(lines.slice(0, LOOKED_AT_LINES), tripleColumns);
  // A list of edges may say only who and whom.
  if (header.missing.every((field) => field === 'relation')) return true;
  const width = records[0]?.cells.length ?? 0;
  const isEven = width >= FEWEST && records.every(({ cells }) => cells.length === width);
  return isEven && (dialect.delimiter === '\t' || records.length >= FEWEST);
}
