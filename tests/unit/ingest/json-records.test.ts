import { expect, describe, it } from '@jest/globals';

import { readFiles, sentencesOf } from './read-files';

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

  it('one behind the other are read, however they are divided into lines', async () => {
    const one = JSON.stringify(triple('Ana'));
    const pretty = JSON.stringify(triple('Ana'), null, 2);
    const together = await readFiles({ 'a.json': `${one}${JSON.stringify(triple('Cy'))}` }, 'a.json');
    const divided = await readFiles(
      { 'a.json': `${pretty}\n${JSON.stringify(triple('Cy é'), null, 2)},\n\n${one}\n` },
      'a.json',
    );

    expect(sentencesOf(together)).toEqual(['Ana MET Bo', 'Cy MET Bo']);
    expect(sentencesOf(divided)).toEqual(['Ana MET Bo', 'Cy é MET Bo', 'Ana MET Bo']);
    expect(citedBy(divided)).toEqual([
      [1, 1],
      [6, 2],
      [12, 3],
    ]);
  });

  it('one behind the other cost no other when one is broken, and end where brackets do', async () => {
    const good = JSON.stringify(triple('Ana'), null, 2);
    const broken = await readFiles({ 'a.json': `${good}\n${good}\n{"subject": oh}\n${good}` }, 'a.json');
    const cut = await readFiles({ 'a.json': `${good}\n${good}\n${good.slice(0, 20)}` }, 'a.json');
    const stray = await readFiles({ 'a.json': `${good}\n${good}\nprose` }, 'a.json');

    expect(broken.triples).toHaveLength(3);
    expect(broken.rejects).toMatchObject([{ line: 11, reason: expect.stringContaining('it is not JSON') }]);
    expect(cut.triples).toHaveLength(2);
    expect(cut.rejects).toMatchObject([{ reason: expect.stringContaining('the file ends') }]);
    expect(stray.rejects).toMatchObject([{ reason: expect.stringContaining('this is no JSON') }]);
  });

  it('may list their ends under a plural, unless they have one end by itself', async () => {
    const listed = { subject: 'Ana', predicate: 'met', objects: ['Bo', 'Cy'] };
    const read = await readFiles(
      { 'a.json': JSON.stringify([listed, { ...listed, objects: 2, object: 'Di' }]) },
      'a.json',
    );

    expect(sentencesOf(read)).toEqual(['Ana MET Bo', 'Ana MET Cy', 'Ana MET Di']);
  });

  it('with NaN say what to write instead', async () => {
    const text = `[${JSON.stringify(triple('a: NaN'))}, {"subject": "Ana", "relation": "met", "object": "Bo", "weight": NaN}]`;
    const { rejects } = await readFiles({ 'a.json': text }, 'a.json');

    expect(rejects).toMatchObject([{ reason: expect.stringContaining('write null instead') }]);
  });
});
