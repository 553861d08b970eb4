import { describe, expect, it } from '@jest/globals';

import { fixture, readInput, type ReadInput } from './read-input';

function sentencesOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'triple'
      ? [`${Object.values(item.wording).join(' | ')} | ${item.triple.relation.when?.start ?? ''}`]
      : [],
  );
}

function entitiesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity] : []));
}

describe('a node-link document', () => {
  it('is recognised whatever the file is called, and read by nodes and links', async () => {
    const read = await readInput(fixture('node-link/networkx.txt'));

    expect(read.input.format).toBe('node-link');
    expect(entitiesOf(read).map(({ name, kind, aliases }) => [name, kind, ...aliases])).toEqual([
      ['Ada Holm', 'person'],
      ['Norrhavn', 'place', 'N-havn'],
      ['Douglas', 'thing'],
      ['Big', 'thing'],
      ['Bigger', 'thing'],
      ['constructor', 'thing'],
    ]);
    expect(new Set(entitiesOf(read).map(({ id }) => id)).size).toBe(6);
    expect(entitiesOf(read)[2]?.id).toBe('Q42');
    expect(sentencesOf(read).map((sentence) => sentence.split(' | ').sort())).toEqual([
      ['2024-05', 'Ada Holm', 'Norrhavn', 'lives in'],
      ['', 'Ada Holm', 'Norrhavn', 'related to'],
      ['', 'Big', 'constructor', 'related to'],
      ['', 'Ada Holm', 'Douglas', 'related to'],
    ]);
  });

  it('has types that go both ways where its edges have no direction', async () => {
    const { items } = await readInput(fixture('node-link/networkx.txt'));

    expect(
      items.flatMap((item) =>
        item.kind === 'type' ? [[item.entry.type.type, item.entry.type.symmetric]] : [],
      ),
    ).toEqual([
      ['LIVES_IN', true],
      ['RELATED_TO', true],
    ]);
  });

  it('tells what it does not read, and refuses what it cannot use one by one', async () => {
    const { rejects, input, items } = await readInput(fixture('node-link/networkx.txt'));

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [10, 'id', expect.stringContaining("the id '1' is already that of another node")],
      [11, 'name', expect.stringContaining('lone surrogate')],
      [12, '', expect.stringContaining('the node is not an object')],
      [18, 'subject', expect.stringContaining("there is no node 'nobody'")],
      [21, '', expect.stringContaining('the document breaks in line 21, column 2')],
    ]);
    expect(input.notices()).toEqual([
      expect.stringContaining('Undirected edges: 2.'),
      'Not read from the nodes: born (1).',
      'Not read from the edges: type of drawing (1), weight (1).',
      'Unknown kinds, read as thing: wizard (1).',
      expect.stringContaining('In 1 row the start is left out, since it is not a date in a known format'),
    ]);
    expect(items.flatMap((item) => (item.kind === 'passage' ? [item.passage.text] : []))).toEqual([
      'Ada lives there.',
    ]);
  });

  it('may be a graph that graphology has written', async () => {
    const read = await readInput(fixture('node-link/graphology.json'));

    expect(entitiesOf(read).map(({ name, kind }) => [name, kind])).toEqual([
      ['Ada', 'thing'],
      ['Bo', 'person'],
      ['c', 'thing'],
    ]);
    expect(sentencesOf(read)[0]).toBe('Ada | knows | Bo | 2024');
    expect(sentencesOf(read)).toHaveLength(3);
    expect(read.rejects).toEqual([]);
  });

  it('may count its nodes, and have them last', async () => {
    const read = await readInput(fixture('node-link/d3.json'));

    expect(sentencesOf(read)).toEqual(['Myriel | related to | Napoleon | ', 'Napoleon | met | Myriel | ']);
  });
});
