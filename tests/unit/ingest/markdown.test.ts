import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readMarkdown } from '@/lib/ingest/documents/read-markdown';

import { documentsOf, readFiles, textsOf } from './read-files';

function read(...lines: readonly string[]): readonly string[] {
  return readMarkdown(lines, 1).paragraphs.map(({ text }) => text);
}

describe('Markdown', () => {
  it('is read by its words: headings, items, quotes, tables and links are no mark-up any more', async () => {
    const text = [
      '# The *Harbour*',
      'By **Ana Lima**, see [the paper](https://e.org/Lund "Bo") and ![a boat](b.png).',
      '<!-- Bo',
      'did it -->',
      '',
      '- [x] one `snake_case` item',
      '- two',
      '1. three',
      '',
      '> said Bo',
      '> twice',
      '',
      'Under',
      '=====',
      '| Name | Place |',
      '|------|:-----:|',
      '| Ana  | Lund  |',
      '',
      '```js',
      'const a = b * c * d;',
      '```',
      '[ref]: https://e.org',
      'A 2 * 3 * 4 and file_name_here.',
    ];
    const document = await readFiles({ 'a.md': text.join('\n') }, 'a.md');

    expect(documentsOf(document)).toMatchObject([{ title: 'The Harbour' }]);
    expect(textsOf(document)).toEqual([
      'The Harbour',
      'By Ana Lima, see the paper and a boat.',
      'one snake_case item',
      'two',
      '1. three',
      'said Bo twice',
      'Under',
      'Name Place',
      'Ana Lund',
      'const a = b * c * d;',
      'A 2 * 3 * 4 and file_name_here.',
    ]);
  });

  it('keeps the # of a word that ends a heading, and takes away those that close it', () => {
    expect(read('# About C#', '', '## Ana Lima ##', '', 'She met Bo.')).toEqual([
      'About C#',
      'Ana Lima',
      'She met Bo.',
    ]);
  });

  it.each([
    ['code in a line', 'Call `__init__` or ``a ` b`` of `a*b*c`.', 'Call __init__ or a ` b of a*b*c.'],
    ['bars outside a table', 'Type is 3 | 4 or `a|b`.', 'Type is 3 | 4 or a|b.'],
    [
      'character references',
      'Ana &amp; Bo &lt;both&gt; &#233;t&eacute;&nbsp;x',
      'Ana & Bo <both> été\u00a0x',
    ],
    ['what only looks like one', 'AT&T; R&D &bogus;', 'AT&T; R&D &bogus;'],
    ['escapes', String.raw`2 \* 3 \_ \[x\] \| \\ C:\Users`, String.raw`2 * 3 _ [x] | \ C:\Users`],
    ['emphasis', '***Ana** met* _Bo_ ~~twice~~ for ~5 and ~6', 'Ana met Bo twice for ~5 and ~6'],
    ['emphasis over a line break', 'Ana **met\nBo** in', 'Ana met Bo in'],
    ['hard breaks', 'Ana  \nmet\\\nBo', 'Ana met Bo'],
    ['a link with brackets and a title', '[Ana [x] Lima](<a b> "t") and [b]( c )', 'Ana [x] Lima and b'],
    [
      'addresses',
      'See <https://e.org/a_b_c> or https://e.org/*a* at a_b@e.org',
      'See https://e.org/a_b_c or https://e.org/*a* at a_b@e.org',
    ],
    ['pictures', '![Ana & `Bo`](a.png) ![*Cy*][c]', 'Ana & Bo ![Cy][c]'],
    ['tags', 'Ana <b class="x">met</b><br>Bo <!-- not --> in <x', 'Ana met Bo  in <x'],
  ])('keeps the words of %s', (_, markdown, words) => {
    expect(read(...markdown.split('\n'))).toEqual([words]);
  });

  it('reads a footnote, which comes behind the text, so that paragraphs keep their numbers', () => {
    const { paragraphs } = readMarkdown(
      ['Ana met Bo.[^1]', '', '[^1]: *The Paper*, page 3.', '', '    And page 4.', '', 'Later they left.'],
      1,
    );

    expect(paragraphs).toEqual([
      { index: 1, line: 1, text: 'Ana met Bo.[^1]' },
      { index: 2, line: 7, text: 'Later they left.' },
      { index: 3, line: 3, text: '[^1]: The Paper, page 3.' },
      { index: 4, line: 5, text: 'And page 4.' },
    ]);
  });

  it('keeps the numbers that paragraphs give themselves, with footnotes behind them and addresses of their sources', () => {
    const { paragraphs } = readMarkdown(
      ['[3] Ana met Bo [1].', '', '[7] They left.[^a]', '', '[^a]: At noon.', '', '[1]: https://e.org'],
      1,
    );

    expect(paragraphs.map(({ index, text }) => [index, text])).toEqual([
      [3, 'Ana met Bo [1].'],
      [7, 'They left.[^a]'],
      [8, '[^a]: At noon.'],
    ]);
  });

  it('knows a label that is defined in another part', () => {
    expect(
      read('See [the *paper*][P  1] and [p 1][].', '', '- [Bo][none]', '', '[p 1]: https://e.org'),
    ).toEqual(['See the paper and p 1.', '[Bo][none]']);
  });

  it('takes for text what has the form of a definition and leads nowhere', () => {
    expect(read('[Ana]: Yes.', '[Bo]: I was there, too.', '', '[Cy]: <#x>')).toEqual([
      '[Ana]: Yes.',
      '[Bo]: I was there, too.',
    ]);
  });

  it('keeps a block of HTML by its text, and all that stands behind what does not end', () => {
    expect(
      read(
        '<div>',
        '<p>Ana &amp; <i>Bo</i></p><p>met</p>',
        '</div>',
        '',
        '<p title="in',
        '',
        '<!-- Cy',
        '',
        'left.',
      ),
    ).toEqual(['Ana & Bo met', '<p title="in', '<!-- Cy', 'left.']);
  });

  it('keeps the cells of a row beyond its head, and rows without bars at their ends', () => {
    expect(read('a | b', '--- | ---', '`1|2` | 2 | 3', '4')).toEqual(['a b', '`1 2` 2 3', '4']);
  });

  it('keeps every line of code, in a list and without a closing fence', () => {
    expect(read('- a', '', '  ~~~', '  <b> **x** &amp;', '  ~~~', '', '```', '', '# y', '', '- z')).toEqual([
      'a',
      '<b> **x** &amp;',
      '# y',
      '- z',
    ]);
  });
});

describe('every word of Markdown', () => {
  const nested = fc.letrec<{ words: string }>((tie) => ({
    words: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant('@'),
      fc.tuple(tie('words'), tie('words')).map((both) => both.join(' ')),
      fc
        .tuple(
          fc.constantFrom(
            ['*', '*'],
            ['**', '**'],
            ['~~', '~~'],
            ['<b>', '</b>'],
            ['[', '](u/v)'],
            ['[', '][ref]'],
          ),
          tie('words'),
        )
        .map(([[before, after], words]) => `${before}${words}${after}`),
      fc.constantFrom(
        '`@`',
        '``@ `_` @``',
        '![@](u/v)',
        '<i x="y">@</i>',
        '&amp;@',
        String.raw`\*@`,
        '@|@',
        '@  \n@',
      ),
    ),
  })).words;
  const line = nested;
  const block = fc.oneof(
    line,
    line.map((words) => `# ${words.replaceAll('\n', ' ')}`),
    line.map((words) => `${words}\n===`),
    fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item, at) => `${at + 1}. ${item.replaceAll('\n', '\n   ')}`).join('\n\n')),
    line.map((words) => `> ${words.replaceAll('\n', '\n> ')}\n>\n> > @`),
    line.map((words) => `- [ ] @\n\n  ${words.replaceAll('\n', '\n  ')}\n\n      @ <b>`),
    fc.constant('```x\n@ **@**\n\n@\n```'),
    fc.constant('    @ `@`'),
    fc.constant('<div>@\n<p class="x">@</p>\n</div>'),
    fc.constant('| @ | @ |\n|---|---|\n| @ | `@` | @ |'),
    fc.constant('[ref]: https://e.org'),
    fc.constant('***'),
    fc.constant('<!-- nothing -->'),
  );

  it('survives once, in order, whatever constructs stand one in another', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.array(line, { maxLength: 2 }), (blocks, notes) => {
        const footnotes = notes.map((words, at) => `[^${at}]: ${words.replaceAll('\n', '\n    ')}`);
        let count = 0;
        const text = [...blocks, ...footnotes].join('\n\n');
        // What stands behind the mark of a fence names a language.
        fc.pre(!text.includes('~~~'));
        const markdown = text.replaceAll('@', () => `w${(count += 1)}w`);
        const words = read(...markdown.split('\n')).flatMap((text) => text.match(/w\d+w/gu) ?? []);

        expect(words).toEqual(Array.from({ length: count }, (_, at) => `w${at + 1}w`));
      }),
      { numRuns: 300 },
    );
  });

  it('survives any text that may be Markdown', () => {
    const unit = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '|',
      '-',
      '#',
      '!',
      '\\',
      '&',
      '~',
      '\n',
      '\n\n',
      ' ',
      ' @ ',
      '@',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        // Where a link leads, what a tag says besides its name, and the language of code is not text.
        fc.pre(!/\]\(|<[^>]*>|\]:|(?:`{3}|~{3})[^\n]*@/su.test(text));
        let count = 0;
        const markdown = text.replaceAll('@', () => `w${(count += 1)}w`);
        const words = read(...markdown.split('\n')).flatMap((each) => each.match(/w\d+w/gu) ?? []);

        expect(words).toEqual(Array.from({ length: count }, (_, at) => `w${at + 1}w`));
      }),
      { numRuns: 1000 },
    );
  });
});
