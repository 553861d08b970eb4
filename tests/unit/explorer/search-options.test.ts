import { describe, expect, it } from '@jest/globals';

import { findBest, toSearchOptions } from '@/app/_explorer/search/search-options';
import { toSnippet } from '@/app/_explorer/search/snippet';
import { SearchResult } from '@/lib/model/search-result';

const text = `${'word '.repeat(20)}China 😀 denied it twice. ${'more '.repeat(40)}`;
const start = Array.from(text).indexOf('😀') + 2;

const found = SearchResult.parse({
  entities: [
    { id: 'accusers', name: 'Accusers', kind: 'organisation', aliases: [] },
    { id: 'usa', name: 'United States', kind: 'country', aliases: ['USA'] },
  ],
  types: [
    {
      type: 'ACCUSED',
      label: 'accused',
      inverse: 'was accused by',
      plover: null,
      cameo: null,
      class: 'none',
      symmetric: false,
    },
  ],
  passages: [
    {
      passage: { id: 'd.1', document: 'd', index: 1, text },
      document: { id: 'd', title: 'A document' },
      spans: [{ start, end: start + 6 }],
      entities: [],
      evidence: [],
    },
  ],
  total: { entities: 2, types: 1, passages: 1 },
  leftOut: [],
});

describe('toSnippet', () => {
  it('cuts at words and tells the words that were found, in code points', () => {
    const pieces = toSnippet(text, [{ start, end: start + 6 }]);

    expect(pieces.filter(({ isFound }) => isFound).map((piece) => piece.text)).toEqual(['denied']);
    expect(pieces.map((piece) => piece.text).join('')).toMatch(
      /^…(word )+China 😀 denied it twice\.( more)+…$/u,
    );
  });

  it('gives a short text whole', () => {
    expect(toSnippet('China denied it.', [{ start: 6, end: 12 }])).toEqual([
      { text: 'China ', isFound: false },
      { text: 'denied', isFound: true },
      { text: ' it.', isFound: false },
    ]);
  });
});

describe('findBest', () => {
  const options = toSearchOptions(found);

  it.each([
    ['what is called just that, though another stands first', 'usa', 'entity usa'],
    ['a relation called just that before an entity that resembles it', 'Accused', 'type ACCUSED'],
    ['the first of all where nothing is called so', 'accu', 'entity accusers'],
  ])('is %s', (_, typed, id) => {
    expect(findBest(options, typed)?.id).toBe(id);
  });

  it('is nothing where nothing was found', () => {
    expect(findBest([], 'accu')).toBeUndefined();
  });
});

describe('toSearchOptions', () => {
  it('offers only the document of a passage that names nobody', () => {
    const passages = toSearchOptions(found).filter(({ group }) => group === 'Passages');

    expect(passages.map(({ id }) => id)).toEqual(['document d.1']);
  });

  it('offers the graph and the document of any other', () => {
    const [hit] = found.passages;
    const named = { ...found, passages: hit ? [{ ...hit, entities: ['usa'] }] : [] };
    const ids = toSearchOptions(SearchResult.parse(named)).map(({ id }) => id);

    expect(ids.slice(-2)).toEqual(['passage d.1', 'document d.1']);
  });
});
