import { expect, describe, it } from '@jest/globals';

import { readFiles } from './read-files';

type Read = Awaited<ReturnType<typeof readFiles>>;

function citedBy({ items }: Read) {
  return items.flatMap((item) =>
    item.kind === 'triple' ? [[item.triple.evidence.line, item.triple.evidence.record]] : [],
  );
}

const triple = (subject: string) => ({ subject, relation: 'met', object: 'Bo' });

describe('records of JSON', () => {
  it.each([
    ['of a list in one line', JSON.stringify([triple('Ana'), triple('Cy')])],
    ['of a member of an object', JSON.stringify({ triples: [triple('Ana'), triple('Cy')] })],
    ['within one record of several', JSON.stringify([{ id: 1, triples: [triple('Ana'), triple('Cy')] }])],
    [
      'that join nodes',
      JSON.stringify({
        nodes: [
          { id: 'a', name: 'Ana' },
          { id: 'b', name: 'Bo' },
        ],
        links: [
          { source: 'a', target: 'b', label: 'met' },
          { source: 'b', target: 'a', label: 'left' },
        ],
      }),
    ],
  ])('%s are each cited by their number', async (_, json) => {
    expect(citedBy(await readFiles({ 'a.json': json }, 'a.json'))).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  it('on a line each are cited by their line', async () => {
    const lines = `${JSON.stringify(triple('Ana'))}\n${JSON.stringify(triple('Cy'))}\n`;

    expect(citedBy(await readFiles({ 'a.jsonl': lines }, 'a.jsonl'))).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });
});
