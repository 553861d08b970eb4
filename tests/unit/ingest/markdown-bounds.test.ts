import { describe, expect, it } from '@jest/globals';

import { cutMarkdown } from '@/lib/ingest/documents/cut-markdown';
import { isCostly } from '@/lib/ingest/documents/markdown-cost';
import { readMarkdown } from '@/lib/ingest/documents/read-markdown';

import { readFiles, textsOf } from './read-files';

function read(...lines: readonly string[]): readonly string[] {
  return readMarkdown(lines, 1).paragraphs.map(({ text }) => text);
}

describe('Markdown that begins what it does not end', () => {
  const COUNT = 200_000;
  const marks = [
    '[',
    ']',
    '[[]',
    '>',
    '> ',
    '*',
    '**a*',
    '_a ',
    '`a``',
    '<!--',
    '<a ',
    'a <',
    '[a](',
    '![',
    '[^a',
    '~~a ~~b',
    '- ',
    '1. ',
    '|',
    '#',
    '~~~',
    '=',
    '<?',
    '<![CDATA[',
  ];

  it.each(marks)(
    'is taken as it is written, so that no parser has to look for the end of each “%s”',
    (mark) => {
      const markdown = [`# ${mark.repeat(COUNT)}x`, '', `${mark.repeat(COUNT)}y`, '', 'Ana *met* Bo.'];
      const parsed = cutMarkdown(markdown).filter(({ sort }) => sort === 'marked');

      expect(parsed.every(({ lines }) => !isCostly(lines))).toBe(true);
      expect(Math.max(...parsed.map(({ lines }) => lines.join('\n').length))).toBeLessThan(COUNT);
      expect(read(...markdown).at(-1)).toMatch(/Ana \*?met\*? Bo\./u);
    },
  );

  it.each(['> a\n> ---', 'a\n---', '<!--', '<script>', '```', '- a', '[^a]: b\n'])(
    'line by line is cut into parts of a bounded size: “%s”',
    (lines) => {
      const parts = cutMarkdown(`${lines}\n`.repeat(COUNT / 10).split('\n'));

      expect(parts.filter(({ sort, lines }) => sort === 'marked' && isCostly(lines))).toEqual([]);
    },
  );

  it('however deep lists are nested, is not read by a parser', () => {
    const lines = Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- a`);

    expect(readMarkdown(lines, 1).unparsed).toEqual([1]);
  });

  it('may have a paragraph of any number of lines', () => {
    const lines = Array.from({ length: COUNT }, () => 'Ana met Bo.');

    expect(readMarkdown(lines, 1).paragraphs).toHaveLength(1);
  });

  it('is told', async () => {
    const { notices, ...document } = await readFiles(
      { 'a.md': `Ana met Bo.\n\n${'[a '.repeat(3000)}\n\nThey *left*.\n` },
      'a.md',
    );

    expect(notices).toEqual([
      'a.md: the part that begins on line 3 has more Markdown in one piece than can be read. It is taken as written, with its marks.',
    ]);
    expect(textsOf(document).at(-1)).toBe('They left.');
  });
});
