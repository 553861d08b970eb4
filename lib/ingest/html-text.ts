import { Parser } from 'htmlparser2';

import { refuseLine } from './check-cell';

/** What an HTML page says of itself, and its readable text. */
export interface HtmlText {
  readonly title: string | undefined;
  readonly author: string | undefined;
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
  'script style noscript template svg math canvas iframe object audio video select button textarea datalist nav menu'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th', 'br']);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

/** The names of `<meta>` that say something of a document. */
const metaNames: ReadonlyMap<string, 'title' | 'author' | 'published'> = new Map([
  ['og:title', 'title'],
  ['author', 'author'],
  ['article:author', 'author'],
  ['date', 'published'],
  ['dc.date', 'published'],
  ['article:published_time', 'published'],
]);

/** The parser takes longer for each element the deeper it stands; no page that people read comes near. */
const DEEPEST = 2000;

type Attributes = Readonly<Record<string, string>>;

/** In: HTML. Out: its text by block elements, without scripts, menus and what is hidden. Nothing of it is run or fetched. Throws `invalid` when it is nested too deep. */
export function readHtml(html: string): HtmlText {
  const found = new Map<string, string>();
  const paragraphs: { text: string; line: number }[] = [];
  const lineAt = createLineCounter(html);
  let open = '';
  let start = 0;
  let title: string | undefined;
  let depth = 0;
  /** The depth of the element that is not read, and of those inside it. */
  let unreadDepth = 0;

  function endParagraph(): void {
    const text = open.replace(/\s+/gu, ' ').trim().normalize('NFC');
    if (text !== '') paragraphs.push({ text, line: lineAt(start) });
    open = '';
  }

  function note(field: string, value: string | undefined): void {
    const text = value?.replace(/\s+/gu, ' ').trim().normalize('NFC') ?? '';
    if (text !== '' && !found.has(field)) found.set(field, text);
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEEPEST)
        refuseLine(lineAt(parser.startIndex), `the page has more than ${DEEPEST} elements one in another`);
      if (unreadDepth > 0 || isUnread(name, attributes)) {
        unreadDepth += 1;
        return;
      }
      if (name === 'title') title = '';
      noteAttributes(name, attributes, note);
      if (BLOCKS.has(name)) endParagraph();
      else if (CELLS.has(name)) open += ' ';
    },
    onclosetag(name) {
      depth -= 1;
      if (unreadDepth > 0) unreadDepth -= 1;
      else if (BLOCKS.has(name)) endParagraph();
      if (name === 'title') {
        note('title', title);
        title = undefined;
      }
    },
    ontext(text) {
      if (unreadDepth > 0) return;
      if (title !== undefined) title += text;
      else {
        if (open.trim() === '') start = parser.startIndex;
        open += text;
      }
    },
  });
  parser.end(html);
  endParagraph();
  return { ...toSaid(found), paragraphs };
}

function toSaid(found: ReadonlyMap<string, string>): Omit<HtmlText, 'paragraphs'> {
  return {
    title: found.get('title'),
    author: found.get('author'),
    published: found.get('published'),
    language: found.get('language'),
    url: found.get('url'),
  };
}

/** Void elements close at once, so that they may count like any other. */
function isUnread(name: string, attributes: Attributes): boolean {
  return (
    UNREAD.has(name) ||
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
  const field = metaNames.get((attributes['name'] ?? attributes['property'] ?? '').toLowerCase());
  if (field !== undefined) note(field, attributes['content']);
}

/** Out: the line of an offset; offsets rise. */
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
