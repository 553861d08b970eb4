import { zipSync } from 'fflate';

import { readHtml, type HtmlText } from './html-text';
import { openDocumentZip, type DocumentZip } from './document-zip';
import { refuseLine } from '../rows/check-cell';
import { readElements } from './xml-elements';

/** What a Word document says of itself, and its text. */
export interface DocxText extends Pick<HtmlText, 'paragraphs' | 'title' | 'author' | 'language'> {
  /** What was not read of it, in sentences without their subject. */
  readonly unread: readonly string[];
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** What text is made of. Pictures, fonts and embedded files are not unpacked. */
const TEXT_PART = /\.(?:xml|rels)$/iu;
/** What the library puts where a note is referred to, and behind it. */
const REFERENCE =
  /<sup><a href="#(?:foot|end)note-\d+"[^>]*>\[\d+\]<\/a><\/sup>|\s*<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/gu;
const COMMENTS = 'word/comments.xml';
/** Title pages have styles of their own. */
const styleMap = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"];

/**
 * Reads a Word document: paragraphs, headings, items, cells and footnotes in their order; what is deleted under tracked changes is left out.
 *
 * @throws `invalid` when it is locked, damaged, of the older kind (.doc), or no Word document
 */
export async function readDocx(bytes: Buffer): Promise<DocxText> {
  if (bytes.subarray(0, OLE.length).equals(OLE))
    refuseLine(
      1,
      'it is protected by a password or a document of older Word (.doc); save it as .docx without a password',
    );
  const zip = await openDocumentZip(bytes, 'Word document');
  const core = await readCore(zip);
  const { title, paragraphs } = await toText(zip);
  const hasComments = zip.names.includes(COMMENTS);
  return {
    title: core.get('title') ?? title,
    author: core.get('creator'),
    language: core.get('language'),
    paragraphs,
    unread: hasComments ? ['the comments in its margin'] : [],
  };
}

async function readCore(zip: DocumentZip): Promise<ReadonlyMap<string, string>> {
  const core = await zip.read('docProps/core.xml');
  const elements = core === undefined ? [] : readElements(core);
  const said = elements.flatMap(({ name, text }) => (text === '' ? [] : [[name, text] as const]));
  return new Map(said.toReversed());
}

async function toText(zip: DocumentZip): Promise<Pick<HtmlText, 'title' | 'paragraphs'>> {
  // Only who loads such a document waits for what reads it.
  const { default: mammoth } = await import('mammoth');
  const buffer = await repack(zip);
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const options = { styleMap, convertImage, includeEmbeddedStyleMap: false, externalFileAccess: false };
  const converted = await mammoth.convertToHtml({ buffer }, options).catch(refuseDocx);
  const value = converted.value.replace(REFERENCE, '');
  const { paragraphs } = readHtml(value);
  const heading = /<h1[^>]*>(?<words>.*?)<\/h1>/su.exec(value)?.groups?.['words'] ?? '';
  const title = readHtml(heading).paragraphs[0]?.text;
  return { title, paragraphs: paragraphs.map(({ text }, at) => ({ text, line: at + 1 })) };
}

/** The library unpacks without bounds: it is given only what has been unpacked within ours. */
async function repack(zip: DocumentZip): Promise<Buffer> {
  const parts: Record<string, Uint8Array> = {};
  for (const name of zip.names.filter((each) => TEXT_PART.test(each))) {
    const bytes = await zip.read(name);
    if (bytes !== undefined) parts[name] = bytes;
  }
  return Buffer.from(zipSync(parts, { level: 0 }));
}

function refuseDocx(): never {
  return refuseLine(1, 'the Word document is damaged and cannot be read; open it elsewhere and save it anew');
}
