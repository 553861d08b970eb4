import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { judgeCypher } from '@/lib/guard/judge-cypher';
import { tokenizeCypher } from '@/lib/guard/tokenize-cypher';

import { growthOf } from '../clock/cpu-clock';
import { administration, calls, fileReads, reads, writes } from './statements';

const seed = 20230618;

const refused = [...fileReads, ...writes, ...administration, ...calls];
const judge = (text: string) => judgeCypher(text, { mode: 'read' });
const trivia = fc.constantFrom(
  ' ',
  '\n',
  '\t ',
  '\u00a0',
  ' /* CREATE (n) */ ',
  ' // SET n.x = 1\n',
  ' /**/',
);

/** Puts trivia before each token, but not inside `--`, which with a space begins a comment in GQL, nor inside `$(`. */
function spread(text: string, fillings: readonly string[]): string {
  const result = tokenizeCypher(text);
  const tokens = 'tokens' in result ? result.tokens : [];
  return tokens
    .map((token, index) => {
      const isInside = ['-', '$'].includes(text[token.start - 1] ?? '') || token.text.startsWith('//');
      return isInside ? token.text : `${fillings[index % fillings.length] ?? ''}${token.text}`;
    })
    .join('');
}

describe('the guard, whatever the text', () => {
  it('judges a statement alike however its words are spread', () => {
    const statements = fc.constantFrom(...[...reads, ...refused].filter((text) => !/--\s/u.test(text)));

    fc.assert(
      fc.property(statements, fc.array(trivia, { minLength: 1, maxLength: 9 }), (text, fillings) => {
        expect(judge(spread(text, fillings)).allowed).toBe(judge(text).allowed);
      }),
      { seed, numRuns: 3000 },
    );
  });

  it('lets a read carry any refused statement in a string, a name or a comment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...refused), (text) => {
        const plain = text.replaceAll('\\', '').replaceAll(/\r/gu, '');
        const single = plain.replaceAll("'", String.raw`\'`);
        const double = plain.replaceAll('"', String.raw`\"`);
        const name = plain.replaceAll('`', '``');
        const comment = plain.replaceAll(/\/\*|\*\//gu, '');

        expect(judge(`RETURN '${single}' AS a, "${double}" AS b`).allowed).toBe(true);
        expect(judge(`MATCH (\`${name}\`) RETURN 1 AS \`${name}\``).allowed).toBe(true);
        expect(judge(`/* ${comment} */ RETURN 1 AS a`).allowed).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('refuses a clause in any case and with any of its letters escaped', () => {
    const words = fc.constantFrom(
      'LOAD',
      'CREATE',
      'MERGE',
      'SET',
      'DELETE',
      'REMOVE',
      'DROP',
      'USE',
      'FOREACH',
    );

    fc.assert(
      fc.property(words, fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), (word, choices) => {
        const spelt = Array.from(word, (letter, index) => {
          const code = letter.charCodeAt(0);
          const escape = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`;
          return (
            [letter, letter.toLowerCase(), escape(code), escape(code + 32)][choices[index] ?? 0] ?? letter
          );
        });

        expect(judge(`MATCH (n) ${spelt.join('')} (n)`).allowed).toBe(false);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('never throws, and its tokens joined are the text', () => {
    const fragments = fc.constantFrom(
      ...[
        '"',
        "'",
        '`',
        '\\',
        '/',
        '*',
        '-',
        '$',
        '.',
        ':',
        ';',
        '(',
        ')',
        '{',
        '}',
        '[',
        ']',
        '|',
        '~',
        '@',
      ],
      ...[
        '1',
        'e',
        'E',
        '_',
        'x',
        '\n',
        '\r',
        ' ',
        '\u200b',
        '\ud800',
        'é',
        '😀',
        '\\u0041',
        '\\u0027',
        '--',
        '//',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fragments).map((parts) => parts.join('')),
    );

    fc.assert(
      fc.property(texts, fc.boolean(), (text, dashComments) => {
        const result = tokenizeCypher(text, { dashComments });
        if ('failure' in result) {
          expect(result.failure.start).toBeGreaterThanOrEqual(0);
          expect(result.failure.end).toBeLessThanOrEqual(text.length);
        } else {
          expect(result.tokens.map((token) => text.slice(token.start, token.end)).join('')).toBe(text);
          expect(result.tokens.every((token) => token.end > token.start)).toBe(true);
        }
        judge(text);
      }),
      { seed, numRuns: 5000 },
    );
  });

  it.each([
    ...[
      '(',
      '{',
      "'",
      '`',
      '"',
      '/*',
      '//',
      '\\',
      '\\u',
      '\\uuuu',
      '1',
      '1e',
      '1.',
      '$',
      '$a ',
      '|',
      'é',
      '\r',
    ],
    ...[
      'a.',
      'a.b(',
      'CALL (',
      'CALL a.',
      'AS ',
      'UNION ALL ',
      'MATCH (n) ',
      '-- ',
      '- ',
      '[x IN ',
      'SHOW ',
      "'a' ",
    ],
  ])('judges many characters of %j in time that grows with their number', (unit) => {
    const growth = growthOf(
      (size) =>
        [unit, `RETURN ${unit}`].map((text) => (text + unit.repeat(size / unit.length)).slice(0, size)),
      (texts) => {
        texts.forEach(judge);
      },
      10_000,
    );

    expect(growth).toBeLessThan(30);
  });
});
