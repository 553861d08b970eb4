import { describe, expect, it } from '@jest/globals';

import type { Token } from '@/lib/guard/token';
import { tokenizeCypher } from '@/lib/guard/tokenize-cypher';

const read = (text: string): readonly Token[] => {
  const result = tokenizeCypher(text);
  return 'tokens' in result ? result.tokens.filter(({ kind }) => kind !== 'space') : [];
};
const summarise = (text: string) => read(text).map(({ kind, value }) => `${kind} ${value}`);
const findFailure = (text: string) => {
  const result = tokenizeCypher(text);
  return 'failure' in result ? text.slice(result.failure.start, result.failure.end) : undefined;
};

describe('tokenizeCypher', () => {
  it('tells words, names, strings, numbers, parameters and signs apart', () => {
    expect(summarise('MATCH (`a b`) RETURN \'x\' + "y" <= 1.5e-3, $p')).toEqual([
      'word MATCH',
      'symbol (',
      'quoted-name a b',
      'symbol )',
      'word RETURN',
      'string x',
      'symbol +',
      'string y',
      'symbol <=',
      'number 1.5e-3',
      'symbol ,',
      'parameter p',
    ]);
  });

  it('keeps what is in comments, strings and names out of the words', () => {
    const words = read('a /* b */ \'c\' "d" `e` // f\r\n g').filter(({ kind }) => kind === 'word');

    expect(words.map(({ value }) => value)).toEqual(['a', 'g']);
  });

  it('closes a string at the first quote that no backslash escapes', () => {
    expect(summarise(String.raw`'a\'b\\' "c\"d"`)).toEqual([
      String.raw`string a\'b\\`,
      String.raw`string c\"d`,
    ]);
  });

  it('takes a doubled backtick for a part of the name', () => {
    expect(summarise('`a``b`')).toEqual(['quoted-name a`b']);
  });

  it('decodes escapes in words and names and keeps their places', () => {
    expect(read(String.raw`\u004cOAD`)).toEqual([
      { kind: 'word', text: String.raw`\u004cOAD`, value: 'LOAD', start: 0, end: 9 },
    ]);
    expect(summarise(String.raw`${'`'}\u00e9${'`'} $\u0061`)).toEqual(['quoted-name é', 'parameter a']);
  });

  it('counts places in UTF-16 units', () => {
    expect(read("'😀' x")[1]).toMatchObject({ value: 'x', start: 5, end: 6 });
  });

  it('tells a range from a number with a fraction', () => {
    expect(summarise('1..3 1.5 .5')).toEqual([
      'number 1',
      'symbol ..',
      'number 3',
      'number 1.5',
      'symbol .',
      'number 5',
    ]);
  });

  it('takes -- and a space for a comment only where GQL is asked for', () => {
    const kinds = (dashComments: boolean) => {
      const result = tokenizeCypher('a -- b\nc', { dashComments });
      return 'tokens' in result
        ? result.tokens.map(({ kind }) => kind).filter((kind) => kind !== 'space')
        : [];
    };

    expect(kinds(false)).toEqual(['word', 'symbol', 'symbol', 'word', 'word']);
    expect(kinds(true)).toEqual(['word', 'comment', 'word']);
  });

  it.each([
    ["'abc", "'abc"],
    ['"abc', '"abc'],
    ["'abc\\", "'abc\\"],
    ['`abc', '`abc'],
    ['a /* b', '/* b'],
    ['/* /* */ */', '/*'],
    ['a # b', '#'],
    ['a @ b', '@'],
    ['a \\ b', '\\'],
    ['a — b', '—'],
    ['a ⟩ b', '⟩'],
    ['a\0b', '\0'],
    ["'a\0b'", '\0'],
    ['a\u200bb', '\u200b'],
    ['a \u202e b', '\u202e'],
    ['/* \u202e */', '\u202e'],
    ['`a\u200b`', '\u200b'],
    ['\ufeffRETURN 1', '\ufeff'],
    ['\ud800', '\ud800'],
    ['$ a', '$'],
    ['$1a', '$1a'],
    ['a$b', 'a$'],
    ['1a', '1a'],
    ['0xG', '0xG'],
    ['1.a', '1.'],
    [String.raw`1\u0041`, '1\\'],
    [String.raw`a\u0020b`, String.raw`a\u0020b`],
    [String.raw`'\u0027'`, String.raw`\u0027`],
    [String.raw`'\u12'`, String.raw`\u`],
    [String.raw`/* \u002a */`, String.raw`\u002a`],
    [String.raw`// \u000a`, String.raw`\u000a`],
    [String.raw`// \uu000a`, String.raw`\uu000a`],
    ['// a\rb', '\r'],
    ['// a\u2028b', '\u2028'],
  ])('refuses %j at %j', (text, place) => {
    expect(findFailure(text)).toBe(place);
  });

  it.each(["'a\u200d\u202eb'", "'a\nb'", '// a \\users\r\n b', '`a b\u3000c`', 'a\u00a0b'])(
    'reads %j',
    (text) => {
      expect(findFailure(text)).toBeUndefined();
    },
  );
});
