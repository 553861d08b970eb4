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

  it.each(['one', '1a', 'a1', '1234567', '3', '123456'])(
    'is the document alone where it has no paragraph %s',
    (paragraph) => {
      expect(cite({ document: 'café', paragraph })).toEqual({
        document: 'café',
        about: 'the document alone is cited, since it has no such paragraph',
      });
    },
  );

  it('is the document alone where no paragraph is named', () => {
    expect(cite({ document: 'café' })).toEqual({
      document: 'café',
      about: 'the document alone is cited, since there is no number of a paragraph',
    });
  });

  it('is the only paragraph that has the words where its number cannot be read', () => {
    expect(cite({ document: 'café', paragraph: 'p. 2', quote: 'Cy said' })).toEqual({
      passage: 'café.2',
      start: 0,
      end: 7,
    });
  });

  it('is the document alone where two paragraphs have the words', () => {
    const twice = {
      refused: new Set<string>(),
      passages: new Map([['d', passagesOf('d', ['Ana.', 'Ana.'])]]),
    };

    expect(cite({ document: 'd', quote: 'Ana' }, twice)).toEqual({
      document: 'd',
      about: 'the document alone is cited, since its words are not in just one paragraph of it',
    });
  });
});
