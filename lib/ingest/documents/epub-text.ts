import path from 'node:path';

import { encodingOf, UTF_8 } from '../bytes/detect-encoding';
import { refuseLine } from '../rows/check-cell';
import { openDocumentZip, type DocumentZip } from './document-zip';
import { readHtml, type HtmlText } from './html-text';
import { readElements, type XmlElement } from './xml-elements';

/** What an electronic book says of itself, and its text. */
export interface EpubText {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly language: string | undefined;
  readonly rights: string | undefined;
  readonly paragraphs: HtmlText['paragraphs'];
  readonly notices: readonly string[];
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const PAGE = /\.x?html?$/iu;
const PAGE_TYPE = /^(?:application\/xhtml\+xml|text\/html)$/iu;
const DATED_OTHERWISE = /creation|modification|conversion/iu;
const SHOWN = 5;

interface Book {
  readonly about: readonly XmlElement[];
  /** The pages in the order of reading. */
  readonly pages: readonly string[];
  readonly notices: readonly string[];
}

/**
 * Reads an electronic book: its pages in the order of its spine.
 *
 * @throws `invalid` when it is locked, damaged, or has no pages
 */
export async function readEpub(bytes: Buffer): Promise<EpubText> {
  const zip = await openDocumentZip(bytes, 'book');
  const { about, pages, notices } = await findBook(zip);
  await refuseLocked(zip, pages);
  const paragraphs: { text: string; line: number }[] = [];
  const missing: string[] = [];
  for (const page of pages) {
    const content = await zip.read(page);
    if (content === undefined) missing.push(page);
    else for (const { text } of readPage(content)) paragraphs.push({ text, line: paragraphs.length + 1 });
  }
  return { ...toSaid(about), paragraphs, notices: [...notices, ...noteMissing(missing)] };
}

async function findBook(zip: DocumentZip): Promise<Book> {
  const container = await zip.read(CONTAINER);
  const root = container && readElements(container).find(({ name }) => name === 'rootfile');
  const way = root?.attributes['full-path'];
  const file = way === undefined ? undefined : await zip.read(way);
  if (way === undefined || file === undefined) return guessBook(zip);
  const elements = readElements(file);
  const items = new Map(
    elements.flatMap(({ name, attributes }) => (name === 'item' ? [[attributes['id'], attributes]] : [])),
  );
  const spine = elements
    .filter(({ name }) => name === 'itemref')
    .map(({ attributes }) => attributes['idref']);
  const pages = spine.flatMap((id) => {
    const { href, 'media-type': type = '' } = items.get(id) ?? {};
    return href !== undefined && PAGE_TYPE.test(type) ? [toWay(way, href)] : [];
  });
  if (pages.length === 0) refuseLine(1, 'the book names no pages of text in its spine; save its text');
  return { about: elements, pages, notices: [] };
}

/** A book without a list of its pages has them in some order all the same, which is told. */
function guessBook(zip: DocumentZip): Book {
  const pages = zip.names.filter((name) => PAGE.test(name)).sort();
  if (pages.length === 0) refuseLine(1, 'the book has no pages of text; save its text');
  const order = pages.length > 1 ? '; its pages are read in the order of their names' : '';
  return {
    about: [],
    pages,
    notices: [`it does not say what it is called, nor which are its pages${order}`],
  };
}

function toWay(from: string, href: string): string {
  const plain = href.replace(/#.*$/u, '');
  return path.posix.join(path.posix.dirname(from), decode(plain));
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Fonts may be scrambled; pages that are, nobody here can read. */
async function refuseLocked(zip: DocumentZip, pages: readonly string[]): Promise<void> {
  const encryption = await zip.read(ENCRYPTION);
  const locked = (encryption === undefined ? [] : readElements(encryption)).flatMap(({ name, attributes }) =>
    name === 'CipherReference' ? [decode(attributes['URI'] ?? '')] : [],
  );
  if (pages.some((page) => locked.includes(page)))
    refuseLine(1, 'the book is locked by its seller (DRM); only a copy without a lock can be read');
}

function readPage(content: Buffer): HtmlText['paragraphs'] {
  const { label } = encodingOf(content) ?? UTF_8;
  const text = new TextDecoder(label).decode(content).replaceAll('\0', '');
  return readHtml(text, { isPage: true }).paragraphs;
}

function toSaid(about: readonly XmlElement[]): Omit<EpubText, 'paragraphs' | 'notices'> {
  const all = (wanted: string): readonly string[] =>
    about.flatMap(({ name, text }) => (name === wanted && text !== '' ? [text] : []));
  return {
    title: all('title')[0],
    author: [...new Set(all('creator'))].join('; ') || undefined,
    publisher: all('publisher')[0],
    published: findDate(about),
    language: all('language')[0],
    rights: all('rights')[0],
  };
}

/** The day of publication, and not those on which a file was made or changed. */
function findDate(about: readonly XmlElement[]): string | undefined {
  const dates = about.filter(({ name, attributes }) => name === 'date' && !isOtherDate(attributes['event']));
  return (dates.find(({ attributes }) => attributes['event'] === 'publication') ?? dates[0])?.text;
}

function isOtherDate(event: string | undefined): boolean {
  return event !== undefined && DATED_OTHERWISE.test(event);
}

function noteMissing(missing: readonly string[]): readonly string[] {
  if (missing.length === 0) return [];
  const named = missing.slice(0, SHOWN).join(', ') + (missing.length > SHOWN ? ' …' : '');
  return [`it names pages that it does not hold: ${named}`];
}
