import { describe, expect, it } from '@jest/globals';

import { fixture, readInput } from './read-input';

describe('a list of edges that says only who and whom', () => {
  it.each([
    ['edges/gephi.csv', 2],
    ['edges/two.csv', 1],
  ])('is read from %s, each edge as “related to”, and told', async (file, count) => {
    const { input, triples } = await readInput(fixture(file));

    expect(triples.map(({ relation }) => relation.type)).toEqual(Array(count).fill('RELATED_TO'));
    expect(input.notices().join('\n')).toContain("has no column for the relation; each is 'related to'");
  });

  it('is asked about where more than the relation is missing', async () => {
    await expect(readInput(fixture('edges/no-object.csv'))).rejects.toThrow(
      /What does each column hold\? .* which column holds the object/u,
    );
  });
});
