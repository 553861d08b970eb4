import { Parser, type Handler } from 'htmlparser2';

import { refuseLine } from '../rows/check-cell';

/** What an HTML page says of itself, and its readable text. */
export interface HtmlText {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly language: string | undefined;
  readonly url: string | undefined;
  /** Each with the line on which it begins. */
  readonly paragraphs: readonly { readonly text: string; readonly line: number }[];
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose contents nobody reads as text of the page. */
const UNREAD = new Set(
  'script style noscript template svg math canvas iframe object audio video select button textarea datalist nav menu aside footer'.split(
    ' ',
  ),
);
/** In a book, what stands at the foot or at the side. */
const NOTES = new Set(['aside', 'footer']);
/** What stands around the text of a page, whatever the element. */
const UNREAD_ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar'.split(' '),
);
/** A part of a page that says itself to be its text is all that is read, unless it holds less of the text than this share. */
const LEAST_SHARE = 1 / 3;
const CELLS = new Set(['td', 'th']);
/** How a line that is broken by hand begins where it begins a paragraph. */
const INDENT = /^[\u3000\u00a0]{2}/u;
const BLANKS = /^[ \t\r\n]+/u;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

/** The names of `<meta>` that say something of a document. */
const metaNames: ReadonlyMap<string, string> = new Map([
  ['og:title', 'headline'],
  ['og:site_name', 'publisher'],
  ['dc.publisher', 'publisher'],
  ...['author', 'article:author', 'dc.creator', 'dcterms.creator', 'byl'].map(
    (name) => [name, 'author'] as const,
  ),
  ...['date', 'dc.date', 'dcterms.date', 'dcterms.created', 'pubdate', 'publishdate', 'datepublished']
    .concat(['article:published_time', 'og:published_time', 'parsely-pub-date'])
    .map((name) => [name, 'published'] as const),
]);

/** The parser takes longer for each element the deeper it stands; no page that people read comes near. */
const DEEPEST = 2000;

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads the text of HTML by block elements, without scripts, menus, what surrounds the text, and
 * what is hidden. Nothing of it is run or fetched. `isPage`: it is a page of a book, XHTML in which
 * any element may close itself, and notes are text.
 * @throws `invalid` when it is nested too deeply
 */
export function readHtml(html: string, { isPage = false }: { readonly isPage?: boolean } = {}): HtmlText {
  const found = new Map<string, string>();
  const lineAt = createLineCounter(html);
  const body = createParagraphs(lineAt);
  let title: string | undefined;
  let depth = 0;
  /** The depth of the element that is not read, and of those inside it. */
  let unreadDepth = 0;

  function note(field: string, value: string | undefined): void {
    const text = value?.replace(/\s+/gu, ' ').trim().normalize('NFC') ?? '';
    if (text !== '' && !found.has(field)) found.set(field, text);
  }

  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEEPEST)
        refuseLine(lineAt(parser.startIndex), `the page has more than ${DEEPEST} elements one in another`);
      if (unreadDepth > 0 || (isUnread(name, attributes) && !(isPage && NOTES.has(name)))) {
        unreadDepth += 1;
        return;
      }
      if (name === 'title') title = '';
      noteAttributes(name, attributes, note);
      body.enter(name, attributes);
    },
    onclosetag(name) {
      depth -= 1;
      if (unreadDepth > 0) unreadDepth -= 1;
      else body.leave(name);
      if (name === 'title') {
        note('title', title);
        title = undefined;
      }
    },
    ontext(text) {
      if (unreadDepth > 0) return;
      if (title !== undefined) title += text;
      else body.addText(text, parser.startIndex);
    },
  };
  const parser = new Parser(handler, { recognizeSelfClosing: isPage });
  parser.end(html);
  return { ...toSaid(found), paragraphs: body.finish() };
}

type Region = 'main' | 'article';

interface FoundParagraph {
  readonly text: string;
  readonly line: number;
  /** What the elements around it say themselves to be. */
  readonly regions: ReadonlySet<Region | undefined>;
}

/** Gathers text into paragraphs: block elements part them, and so do two line breaks. */
function createParagraphs(lineAt: (offset: number) => number) {
  const found: FoundParagraph[] = [];
  const regions: (Region | undefined)[] = [];
  let articles = 0;
  let open = '';
  let isBlank = true;
  let start = 0;
  /** How the line since the last line break begins, behind its blanks and as far as an indent goes, while nothing else has come. */
  let broken: string | undefined;

  function end(): void {
    const text = open.replace(/\s+/gu, ' ').trim().normalize('NFC');
    if (text !== '') found.push({ text, line: lineAt(start), regions: new Set(regions) });
    open = '';
    isBlank = true;
  }

  return {
    enter: (name: string, attributes: Attributes): void => {
      if (BLOCKS.has(name) || (name === 'br' && broken !== undefined)) end();
      else if (name === 'br' || CELLS.has(name)) open += ' ';
      broken = name === 'br' ? '' : undefined;
      const region = toRegion(name, attributes);
      if (region === 'article') articles += 1;
      regions.push(region);
    },
    leave: (name: string): void => {
      if (BLOCKS.has(name)) end();
      regions.pop();
    },
    addText: (text: string, at: number): void => {
      const hasWords = text.trim() !== '';
      if (broken !== undefined) {
        broken = (broken + text).replace(BLANKS, '').slice(0, 2);
        if (INDENT.test(broken)) end();
        if (hasWords) broken = undefined;
      }
      // A page may come in a million pieces: what has been gathered is not looked at again for each.
      if (isBlank) start = at;
      if (hasWords) isBlank = false;
      open += text;
    },
    finish: (): readonly FoundParagraph[] => {
      end();
      return choose(found, 'main') ?? (articles === 1 ? choose(found, 'article') : undefined) ?? found;
    },
  };
}

/** Returns the paragraphs of a region, unless they are too few to be the text of the page. */
function choose(found: readonly FoundParagraph[], region: Region): readonly FoundParagraph[] | undefined {
  const lengthOf = (some: readonly FoundParagraph[]): number =>
    some.reduce((sum, { text }) => sum + text.length, 0);
  const chosen = found.filter(({ regions }) => regions.has(region));
  return lengthOf(chosen) > 0 && lengthOf(chosen) >= lengthOf(found) * LEAST_SHARE ? chosen : undefined;
}

function toRegion(name: string, attributes: Attributes): Region | undefined {
  if (name === 'main' || attributes['role'] === 'main') return 'main';
  return name === 'article' ? 'article' : undefined;
}

function toSaid(found: ReadonlyMap<string, string>): Omit<HtmlText, 'paragraphs'> {
  return {
    title: found.get('headline') ?? found.get('title'),
    author: found.get('author'),
    publisher: found.get('publisher'),
    published: found.get('published'),
    language: found.get('language'),
    url: found.get('url'),
  };
}

/** Void elements close at once, so that they may count like any other. */
function isUnread(name: string, attributes: Attributes): boolean {
  return (
    UNREAD.has(name) ||
    UNREAD_ROLES.has(attributes['role'] ?? '') ||
    attributes['hidden'] !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    HIDDEN_STYLE.test(attributes['style'] ?? '')
  );
}

function noteAttributes(
  name: string,
  attributes: Attributes,
  note: (field: string, value: string | undefined) => void,
): void {
  if (name === 'html') note('language', attributes['lang']);
  if (name === 'link' && attributes['rel'] === 'canonical') note('url', attributes['href']);
  if (name !== 'meta') return;
  const field = metaNames.get(
    (attributes['name'] ?? attributes['property'] ?? attributes['itemprop'] ?? '').toLowerCase(),
  );
  if (field !== undefined) note(field, attributes['content']);
}

/** Creates a function that returns the line of an offset; offsets must not decrease. */
function createLineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let feed = text.indexOf('\n', at); feed !== -1 && feed < offset; feed = text.indexOf('\n', at)) {
      line += 1;
      at = feed + 1;
    }
    return line;
  };
}
