import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { markPassage, type NameMark, type PassageMark, type QuoteMark } from '@/lib/reading/mark-passage';
import { EntityId, RelationId } from '@/lib/model/ids';
import { toCodePointOffset } from '@/lib/model/text-offsets';

const china = EntityId.parse('china');
const ministry = EntityId.parse('ministry');
const accused = RelationId.parse('r-accused');

describe('markPassage', () => {
  it('cuts a text into its names and what is between', () => {
    const text = 'Then China answered.';

    const runs = markPassage(text, [name(text, 'China', { role: 'subject' })]);

    expect(shown(runs)).toEqual([['Then ', '[subject China]', ' answered.']]);
  });

  it('counts code points before a mark, not UTF-16 units', () => {
    const text = '🎈🎈 China saw 气球';

    const runs = markPassage(text, [name(text, 'China'), quote(text, '气球')]);

    expect(shown(runs)).toEqual([
      ['🎈🎈 ', '[mention China]', ' saw '],
      ['"', '气球'],
    ]);
  });

  it('marks characters outside the basic plane whole', () => {
    const text = 'a 𠮷 b';

    expect(shown(markPassage(text, [name(text, '𠮷')]))).toEqual([['a ', '[mention 𠮷]', ' b']]);
  });

  it('widens a mark that would tear an accent from its letter', () => {
    const text = 'cafe\u0301 noir';

    const runs = markPassage(text, [{ role: 'mention', entity: china, start: 0, end: 4 }]);

    expect(shown(runs)).toEqual([['[mention cafe\u0301]', ' noir']]);
  });

  it('widens a mark that would tear a joined emoji apart', () => {
    const text = 'x 👩‍🚀 y';

    const runs = markPassage(text, [{ role: 'mention', entity: china, start: 3, end: 4 }]);

    expect(shown(runs)).toEqual([['x ', '[mention 👩‍🚀]', ' y']]);
  });

  it('keeps a name marked inside a quote', () => {
    const text = 'He said that China is late today.';

    const runs = markPassage(text, [quote(text, 'that China is late'), name(text, 'China')]);

    expect(shown(runs)).toEqual([['He said '], ['"', 'that ', '[mention China]', ' is late'], [' today.']]);
  });

  it('splits a name that straddles the border of a quote', () => {
    const text = 'Foreign Ministry of China spoke';

    const runs = markPassage(text, [quote(text, 'of China spoke'), name(text, 'Foreign Ministry of China')]);

    expect(shown(runs)).toEqual([['[mention Foreign Ministry ]'], ['"', '[mention of China]', ' spoke']]);
  });

  it('keeps both names where one lies in the other', () => {
    const text = 'The Chinese ministry spoke.';

    const runs = markPassage(text, [
      name(text, 'Chinese ministry', { entity: ministry }),
      name(text, 'Chinese'),
    ]);

    expect(runs[0]?.pieces.map((piece) => [piece.text, piece.name?.entity])).toEqual([
      ['The ', undefined],
      ['Chinese', china],
      [' ministry', ministry],
      [' spoke.', undefined],
    ]);
  });

  it('shows a party of the relation before any other mention of the same words', () => {
    const text = 'China spoke.';

    const runs = markPassage(text, [name(text, 'China'), name(text, 'China spoke', { role: 'object' })]);

    expect(shown(runs)).toEqual([['[object China spoke]', '.']]);
  });

  it.each([
    ['beyond the end', { start: 3, end: 99 }],
    ['behind the end', { start: 50, end: 60 }],
    ['empty', { start: 2, end: 2 }],
    ['backwards', { start: 4, end: 1 }],
    ['before the start', { start: -2, end: 3 }],
  ])('leaves out a mark that is %s', (_, span) => {
    const runs = markPassage('China spoke.', [{ role: 'mention', entity: china, ...span }]);

    expect(shown(runs)).toEqual([['China spoke.']]);
  });

  it('gives the whole text again, whatever the text and the marks', () => {
    const span = fc.record({
      start: fc.integer({ min: -3, max: 40 }),
      end: fc.integer({ min: -3, max: 40 }),
    });
    const mark = span.chain((at) =>
      fc.constantFrom<PassageMark>(
        { role: 'quote', relation: accused, ...at },
        { role: 'mention', entity: china, ...at },
        { role: 'subject', entity: ministry, ...at },
      ),
    );

    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.array(mark, { maxLength: 8 }),
        (text, marks) => {
          const runs = markPassage(text, marks);

          expect(runs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')).toBe(text);
        },
      ),
    );
  });
});

function name(text: string, words: string, mark: Partial<NameMark> = {}): NameMark {
  return { role: 'mention', entity: china, ...spanOf(text, words), ...mark };
}

function quote(text: string, words: string): QuoteMark {
  return { role: 'quote', relation: accused, ...spanOf(text, words) };
}

function spanOf(text: string, words: string) {
  const from = text.indexOf(words);
  return {
    start: toCodePointOffset(text, from),
    end: toCodePointOffset(text, from + words.length),
  };
}

/** Runs as lines that read like the page: `"` opens a quoted run, brackets a name. */
function shown(runs: ReturnType<typeof markPassage>): string[][] {
  return runs.map(({ quotes, pieces }) => [
    ...(quotes.length > 0 ? ['"'] : []),
    ...pieces.map((piece) => (piece.name ? `[${piece.name.role} ${piece.text}]` : piece.text)),
  ]);
}
