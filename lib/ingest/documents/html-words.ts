import { Tokenizer } from 'htmlparser2';

/** Elements that part words: what their tags stand between does not run together. */
const PARTING = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre script section select style summary table tbody td textarea tfoot th thead title tr ul'.split(
    ' ',
  ),
);

/** What a tag says besides its name. */
const unheard = {
  onattribdata: () => undefined,
  onattribentity: () => undefined,
  onattribend: () => undefined,
  onattribname: () => undefined,
  onend: () => undefined,
};

/**
 * Reads the text of a piece of HTML inside Markdown: each line break is kept, tags and comments are
 * dropped, and character references are decoded. A tag or comment that does not end is text. Takes
 * time proportional to the length.
 */
export function readHtmlWords(html: string): string {
  let text = '';
  /** Up to here everything has been read. */
  let done = 0;

  /** Skips mark-up, but for its line breaks. */
  function skipTo(end: number, isGap = false): void {
    if (end <= done) return;
    const breaks = html.slice(done, end).match(/\n/gu);
    if (breaks !== null) text += breaks.join('');
    else if (isGap && !/\s$/u.test(text.slice(-1))) text += ' ';
    done = end;
  }
  function addTo(end: number): void {
    text += html.slice(done, end);
    done = end;
  }

  let name = '';
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (_start, end) => {
        addTo(end);
      },
      ontextentity: (codePoint, end) => {
        const character = String.fromCodePoint(codePoint);
        text += character === '\n' ? ' ' : character;
        done = end;
      },
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
      },
      onopentagend: (end) => {
        skipTo(end + 1, PARTING.has(name));
      },
      onselfclosingtag: (end) => {
        skipTo(end + 1, PARTING.has(name));
      },
      onclosetag: (start, end) => {
        const close = html.indexOf('>', end);
        if (close !== -1) skipTo(close + 1, PARTING.has(html.slice(start, end).toLowerCase()));
      },
      oncomment: (_start, end) => {
        if (html[end] === '>') skipTo(end + 1);
      },
      oncdata: (start, end, offset) => {
        skipTo(start);
        addTo(end - offset);
        skipTo(end + 1);
      },
      ondeclaration: (_start, end) => {
        skipTo(end + 1);
      },
      onprocessinginstruction: (_start, end) => {
        skipTo(end + 1);
      },
      ...unheard,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return text + html.slice(done);
}
