import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { toLuceneQuery, toStemQuery } from '@/lib/store/drivers/neo4j/to-lucene-query';

describe('toLuceneQuery', () => {
  it('asks for the word itself, its beginning and a typo of it', () => {
    expect(toLuceneQuery('Blinken')).toBe('(blinken^8 OR blinken*^3 OR blinken~1)');
  });

  it('asks for every word', () => {
    expect(toLuceneQuery('Xi Jin')).toBe('(xi^8 OR xi*^3) AND (jin^8 OR jin*^3)');
  });

  it('folds accents, since a beginning is compared as it stands', () => {
    expect(toLuceneQuery('Łódź')).toContain('lodz*^3');
  });

  it('asks for a word of another alphabet as typed, too', () => {
    expect(toLuceneQuery('Горбачёв')).toContain('горбачёв^8');
  });

  it('takes Chinese as a phrase, and parts of it with less weight', () => {
    expect(toLuceneQuery('布林肯')).toBe('("布林肯"^8 OR 布林肯*^3 OR "布林"^0.5 OR "林肯"^0.5)');
  });

  it('keeps the marks of a Japanese word, as the index does', () => {
    expect(toLuceneQuery('ブリンケン')).toContain('"ブリンケン"^8');
  });

  it('asks for a name with an apostrophe or full stops as one word or as several', () => {
    expect(toLuceneQuery('O’Brien')).toMatch(/^\("o'brien"\^8 OR o'brien\*\^3 OR /u);
    expect(toLuceneQuery('U.S.')).toMatch(/^\("u\.s"\^8 /u);
  });

  it('leaves out words that the index has not, unless there are no others', () => {
    expect(toLuceneQuery('the Hague')).toBe('(hague^8 OR hague*^3 OR hague~1)');
    expect(toLuceneQuery('the')).toBe('(the^8 OR the*^3)');
  });

  it('lets no sign in by folding', () => {
    expect(toLuceneQuery('⑴')).toBe('(1^8 OR 1*^3 OR ⑴^8 OR ⑴*^3)');
  });

  it('asks for any of the words when told so', () => {
    expect(toLuceneQuery('Xi Jin', 'OR')).toBe('(xi^8 OR xi*^3) OR (jin^8 OR jin*^3)');
  });

  it('asks an index of stems for the words and their beginnings, without typos', () => {
    expect(toStemQuery('deny the Müller')).toBe(
      '(deny^2 OR deny*) AND (muller^2 OR muller* OR müller^2 OR müller*)',
    );
    expect(toStemQuery('会见')).toBe('"会见"');
    expect(toStemQuery('?!')).toBeUndefined();
  });

  it('is nothing for a text without words', () => {
    expect(toLuceneQuery(' "*( ~')).toBeUndefined();
  });

  it('lets no syntax through, whatever is typed', () => {
    const syntax = fc.constantFrom(
      'AND',
      '||',
      '"',
      '(',
      '[a TO b]',
      '*',
      '~2',
      '^9',
      '\\',
      'name:',
      '/x/',
      '+a',
      '-b',
    );

    fc.assert(
      fc.property(fc.array(fc.oneof(syntax, fc.string({ unit: 'grapheme' })), { maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        const query = `${toLuceneQuery(text) ?? ''} AND ${toStemQuery(text) ?? ''}`;

        const frame = query.replace(/[\p{L}\p{N}\p{M}'._]+/gu, 'w');
        expect(frame).toMatch(/^(?:[()]|w|"w"|\*|\^w|~w| )*$/u);
        for (const operator of query.match(/[A-Z]+/gu) ?? []) expect(['AND', 'OR']).toContain(operator);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
