import { describe, expect, it } from '@jest/globals';

import { readMarkdown } from '@/lib/ingest/documents/read-markdown';

function read(...lines: readonly string[]): readonly string[] {
  return readMarkdown(lines, 1).paragraphs.map(({ text }) => text);
}

describe('a note', () => {
  it('shows links between notes by their words, and leaves what only looks like one', () => {
    expect(
      read(
        '[[Ana Lima|Ana]] met [[Bo]] at [[Quay#Old part]] ![[map.png]], `[[x]]`, [[1]], [[a, [b]]] and [[ -f c ]].',
      ),
    ).toEqual(['Ana met Bo at Quay > Old part map.png, [[x]], [[1]], [[a, [b]]] and [[ -f c ]].']);
    expect(read('| Who |', '| --- |', '| [[Ana Lima\\|Ana]] |')).toContain('Ana');
  });
});
