import { describe, expect, it } from '@jest/globals';

import type { DocumentIndex } from '@/lib/ingest/documents/document-index';
import { findCitation } from '@/lib/ingest/documents/find-citation';
import { EntenteError } from '@/lib/model/entente-error';
import { Passage } from '@/lib/model/passage';

function passagesOf(document: string, texts: readonly string[]): ReadonlyMap<number, Passage> {
  return new Map(
    texts.map((text, at) => [
      at + 1,
      Passage.parse({ id: `${document}.${at + 1}`, document, index: at + 1, text }),
    ]),
  );
}

const documents: DocumentIndex = {
  passages: new Map([['café', passagesOf('café', ['😀 Ana met Bo.', 'Cy said so.'])]]),
  refused: new Set(['bad']),
};

type Cells = Readonly<Record<string, string>>;

function cite(cells: Cells, index: DocumentIndex = documents) {
  return findCitation(new Map(Object.entries(cells)), index);
}

function refuse(cells: Cells, index: DocumentIndex = documents) {
  try {
    cite(cells, index);
  } catch (error) {
    if (error instanceof EntenteError) return [error.fields[0]?.path, error.message];
  }
  throw new Error('it was taken');
}

describe('A citation', () => {
  it('is a passage, with where its quote stands', () => {
    expect(cite({ document: 'café', paragraph: '1', quote: 'Ana met' })).toEqual({
      passage: 'café.1',
      start: 2,
      end: 9,
    });
    expect(cite({ document: 'café', paragraph: '2' })).toEqual({ passage: 'café.2' });
  });

  it('finds its document in either Unicode form', () => {
    expect(cite({ document: 'cafe\u0301', paragraph: '2' })).toEqual({ passage: 'café.2' });
  });

  it('is none where nothing is cited', () => {
    expect(cite({})).toBeUndefined();
    expect(cite({ document: '', paragraph: '', quote: '' })).toBeUndefined();
    expect(cite({ subject: 'Ana' })).toBeUndefined();
  });

  it.each([
    [{ paragraph: '1' }, 'document', 'there is a paragraph but no document; name the document'],
    [{ quote: 'x' }, 'document', 'there is a quote but no document; name the document and the paragraph'],
    [{ document: 'bad', paragraph: '1' }, 'document', "the document 'bad' was refused itself; mend it first"],
    [{ document: 'gone' }, 'document', "there is no document 'gone'; the documents are: café"],
    [{ document: 'café' }, 'paragraph', "the paragraph of 'café' is missing; give its number"],
    [{ document: 'café', paragraph: 'one' }, 'paragraph', "'one' is not a paragraph number"],
    [{ document: 'café', paragraph: '1a' }, 'paragraph', "'1a' is not a paragraph number"],
    [{ document: 'café', paragraph: 'a1' }, 'paragraph', "'a1' is not a paragraph number"],
    [{ document: 'café', paragraph: '1234567' }, 'paragraph', "'1234567' is not a paragraph number"],
    [{ document: 'café', paragraph: '3' }, 'paragraph', "'café' has no paragraph 3; it has 1, 2"],
    [{ document: 'café', paragraph: '123456' }, 'paragraph', "'café' has no paragraph 123456; it has 1, 2"],
    [
      { document: 'café', paragraph: '1', quote: 'Cy said' },
      'quote',
      "the quote “Cy said” is not in paragraph 1 of 'café'; it is in paragraph 2; correct the paragraph number",
    ],
  ])('is refused for %j', (cells, column, message) => {
    expect(refuse(cells)).toEqual([column, message]);
  });

  it('is told which documents there are: five at most, or where to put them', () => {
    const many = {
      refused: new Set<string>(),
      passages: new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, new Map()])),
    };

    expect(refuse({ document: 'x' }, many)[1]).toBe(
      "there is no document 'x'; the documents are: a, b, c, d, e …",
    );
    expect(refuse({ document: 'x' }, { refused: new Set(), passages: new Map() })[1]).toContain(
      'there are no documents; put them into the folder documents/ beside triples.csv',
    );
  });

  it('is told which paragraphs there are, twenty at most', () => {
    const long = (count: number) => ({
      refused: new Set<string>(),
      passages: new Map([['long', passagesOf('long', new Array<string>(count).fill('x'))]]),
    });

    expect(refuse({ document: 'long', paragraph: '99' }, long(21))[1]).toMatch(/18, 19, 20 …$/u);
    expect(refuse({ document: 'long', paragraph: '99' }, long(20))[1]).toMatch(/18, 19, 20$/u);
  });
});
