import { chooseDialect } from '../table/choose-dialect';
import type { DocumentSort } from './read-plain-document';
import { createLineSplitter } from '../bytes/split-lines';
import type { FileSample } from '../bytes/take-sample';
import { tripleColumns } from '../table/triple-columns';

const HTML = /^(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b/isu;
const PDF = /^%PDF-\d/u;
const ZIP = 'PK\u0003\u0004';
/** Where the name of the first file of a zip file stands, in bytes. */
const NAME_OF_FIRST = 30;
const LONGEST_FIRST = 100;
const EPUB = 'mimetypeapplication/epub+zip';
/** What the packages of office programs begin with. */
const OFFICE = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/)/u;
/** Names under which mails lie around, besides their own. */
const MAIL_NAMES = new Set(['', '.', '.txt', '.mail', '.msg', '.eml']);
const MAILBOX = /^From \S+ .*\d{4}\r?\n[A-Z][\w-]*:/u;
const HEADER = /^(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+/u;
const PROSE = new Set(['.md', '.markdown']);
const LOOKED_AT_LINES = 50;
/** So many columns has the least of triples, and so many rows alike are no accident. */
const FEWEST = 3;
/** Among so many rows alike an odd one is a slip, and the rest is no prose. */
const MANY_ALIKE = 10;
const SHARE_ALIKE = 0.9;

/** Tells which sort of document a file is from its beginning; undefined when it is none. */
export function tellDocument(sample: FileSample): DocumentSort | undefined {
  return PDF.test(sample.text) ? 'pdf' : (tellPacked(sample) ?? tellMail(sample) ?? tellText(sample));
}

function tellText({ text, extension }: FileSample): DocumentSort | undefined {
  if (HTML.test(text)) return 'html';
  if (extension === '.html' || extension === '.htm') return text.includes('<') ? 'html' : 'text';
  if (PROSE.has(extension)) return 'markdown';
  return extension === '.txt' && !looksLikeTriples(text) ? 'text' : undefined;
}

/** By their names where these say it, since their reader says best what is wrong with a broken one. */
function tellPacked({ bytes, extension }: FileSample): 'docx' | 'epub' | undefined {
  if (extension === '.docx' || extension === '.epub') return extension === '.docx' ? 'docx' : 'epub';
  const start = Buffer.from(bytes);
  if (start.toString('latin1', 0, 4) !== ZIP) return undefined;
  const first = start.toString('latin1', NAME_OF_FIRST, NAME_OF_FIRST + LONGEST_FIRST);
  if (first.startsWith(EPUB)) return 'epub';
  return OFFICE.test(first) && start.includes('word/document.xml') ? 'docx' : undefined;
}

function tellMail(sample: FileSample): 'mailbox' | 'mail' | undefined {
  if (isMailbox(sample)) return 'mailbox';
  return isMail(sample) ? 'mail' : undefined;
}

function isMailbox({ text, extension }: FileSample): boolean {
  return extension === '.mbox' || (MAIL_NAMES.has(extension) && MAILBOX.test(text));
}

/** Anybody may begin a note with "From:"; what only programs write is asked for where the name does not say that it is a mail. */
function isMail({ text, extension }: FileSample): boolean {
  if (extension === '.eml') return true;
  if (!MAIL_NAMES.has(extension)) return false;
  const header = HEADER.exec(text)?.[0] ?? '';
  return /^from:/imu.test(header) && /^(?:message-id|received|mime-version):/imu.test(header);
}

/** Whether a text file is a table of triples: by the names of its columns, or by rows of which nearly all have as many cells. */
function looksLikeTriples(text: string): boolean {
  const splitter = createLineSplitter();
  const lines = splitter.add(Buffer.from(`${text}\n`)).filter((line) => line.text.trim() !== '');
  const { header, records, dialect } = chooseDialect(lines.slice(0, LOOKED_AT_LINES), tripleColumns);
  // A list of edges may say only who and whom.
  if (header.missing.every((field) => field === 'relation')) return true;
  const widths = countOccurrences(records.map(({ cells }) => cells.length));
  const [width, alike] = [...widths].reduce((one, other) => (other[1] > one[1] ? other : one), [0, 0]);
  const isEven = alike === records.length || (alike >= MANY_ALIKE && alike >= records.length * SHARE_ALIKE);
  return width >= FEWEST && isEven && (dialect.delimiter === '\t' || alike >= FEWEST);
}

function countOccurrences(numbers: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
