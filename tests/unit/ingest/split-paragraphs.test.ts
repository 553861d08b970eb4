import { describe, expect, it } from '@jest/globals';

import { splitParagraphs, splitPlainText } from '@/lib/ingest/documents/split-paragraphs';
import { EntenteError } from '@/lib/model/entente-error';

/** Each paragraph as "index @line: text". */
function split(text: string, firstLine = 1): readonly string[] {
  return splitParagraphs(text.split('\n'), firstLine).map(toLine);
}

function splitPlain(text: string, begins?: (line: string, at: number) => boolean): readonly string[] {
  return splitPlainText(text.split('\n'), 1, begins).map(toLine);
}

function toLine({ index, line, text }: { index: number; line: number; text: string }): string {
  return `${index} @${line}: ${text}`;
}

function refuse(text: string): { line: number | undefined; message: string } {
  try {
    split(text, 10);
  } catch (error) {
    if (error instanceof EntenteError) return { line: error.position?.line, message: error.message };
  }
  throw new Error('it was taken');
}

describe('The paragraphs of a document', () => {
  it('are parted by blank lines, and know the line on which they begin', () => {
    expect(split('\nOne\n  line\n \n\nTwo\n', 5)).toEqual(['1 @6: One line', '2 @10: Two']);
    expect(split('')).toEqual([]);
  });

  it('are in one Unicode form', () => {
    expect(split('Jose\u0301')).toEqual(['1 @1: Jos\u00e9']);
  });

  it('have the numbers that are written before them', () => {
    expect(split('[3] One\n\n[7]  Two\n[8] not a number')).toEqual([
      '3 @1: One',
      '7 @3: Two [8] not a number',
    ]);
    expect(split('[123456] One')).toEqual(['123456 @1: One']);
  });

  it.each(['One [1] two', '[1]two', '[1234567] one', '[a] one', 'x[1] one'])(
    'have no number written in %j',
    (text) => {
      expect(split(text)).toEqual([`1 @1: ${text}`]);
    },
  );

  it('have numbers that rise, or are refused with the line', () => {
    const message = (index: number, before: number) =>
      `paragraph [${index}] comes after [${before}]; the numbers have to rise, from 1 on`;

    expect(refuse('[0] One')).toEqual({ line: 10, message: message(0, 0) });
    expect(refuse('[2] One\n\n[2] Two')).toEqual({ line: 12, message: message(2, 2) });
    expect(refuse('[2] One\n\n[1] Two')).toEqual({ line: 12, message: message(1, 2) });
  });

  it('are all numbered, or refused with the line', () => {
    expect(refuse('[1] One\n\nTwo')).toEqual({
      line: 12,
      message:
        "the first paragraph begins with its number and this one does not; number all, as in '[4] …', or none",
    });
  });
});

describe('The paragraphs of a text that nobody wrote for this', () => {
  it('have the numbers before them where these rise, and else are counted', () => {
    expect(splitPlain('[3] One\n\n[4] Two')).toEqual(['3 @1: One', '4 @3: Two']);
    expect(splitPlain('[3] One\n\n[2] Two')).toEqual(['1 @1: [3] One', '2 @3: [2] Two']);
    expect(splitPlain('[3] One\n\nTwo')).toEqual(['1 @1: [3] One', '2 @3: Two']);
  });

  it('begin with a wide space, or where it is told', () => {
    expect(splitPlain('\u3000\u3000One\nline\n\u3000Two')).toEqual(['1 @1: One line', '2 @3: Two']);
    expect(splitPlain('One\nline\nTwo', (line, at) => line === 'Two' && at === 2)).toEqual([
      '1 @1: One line',
      '2 @3: Two',
    ]);
  });

  const line = (columns: number) => 'x'.repeat(columns);
  const wide = (columns: number) => '王'.repeat(Math.floor(columns / 3)) + 'x'.repeat(columns % 3);

  it.each([
    ['lines that are long on average', [line(100), line(101)], 2],
    ['lines that are just not long', [line(100), line(100)], 1],
    ['a line twice as long', [line(201), 'x', 'x', 'x'], 4],
    ['a line just not twice as long', [line(200), 'x', 'x', 'x'], 1],
    ['wide characters, which count as three', [wide(100), wide(101)], 2],
    ['fewer wide characters', [wide(100), wide(100)], 1],
    ['one line', [line(300)], 1],
  ])('of %s are those of its lines', (_, lines, count) => {
    expect(splitPlain(lines.join('\n'))).toHaveLength(count);
  });

  it('are parted by blank lines alone where there are such, though one line is very long', () => {
    const lines = [line(300), 'x', '', 'x', 'x', '', 'x', 'x'];

    expect(splitPlain(lines.join('\n'))).toHaveLength(3);
    expect(splitPlain([line(300), 'x', 'x', 'x', ''].join('\n'))).toHaveLength(4);
  });

  it('may be none', () => {
    expect(splitPlain('\n \n')).toEqual([]);
  });
});
