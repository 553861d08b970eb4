import { describe, expect, it } from '@jest/globals';

import { readFiles } from './read-files';
import { namesWithKindsOf, gradesOf, readText, sentencesOf } from './read-written';

const founded = 'Mira Holt founded the Blue Line.';

describe('a graph that a tool has built, in GraphML of Neo4j', () => {
  const graphml = (nodes: readonly string[], edges: readonly string[]): string =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      '<graph id="G" edgedefault="directed">',
      ...nodes,
      ...edges,
      '</graph>',
      '</graphml>',
    ].join('\n');
  const node = (id: string, labels: string, data: Readonly<Record<string, string>>): string =>
    `<node id="${id}" labels="${labels}"><data key="labels">${labels}</data>${toData(data)}</node>`;
  const edge = (
    [source, type, target]: readonly [string, string, string],
    data: Readonly<Record<string, string>> = {},
  ): string =>
    `<edge id="e${source}${target}" source="${source}" target="${target}" label="${type}"><data key="label">${type}</data>${toData(data)}</edge>`;
  const toData = (data: Readonly<Record<string, string>>): string =>
    Object.entries(data)
      .map(([key, value]) => `<data key="${key}">${value}</data>`)
      .join('');

  it('cites its texts, and reads lists that stand there as JSON', async () => {
    const text = graphml(
      [
        node('n0', ':Episodic', { uuid: 'e1', name: 'Notes', content: founded }),
        node('n1', ':Entity', { uuid: 'u1', name: 'Mira Holt', name_embedding: '[0.1,0.2]' }),
        node('n2', ':Entity', { uuid: 'u2', name: 'Blue Line' }),
      ],
      [
        edge(['n0', 'MENTIONS', 'n1']),
        edge(['n0', 'MENTIONS', 'n2']),
        edge(['n1', 'RELATES_TO', 'n2'], {
          name: 'FOUNDED',
          fact: 'She founded it',
          episodes: '["e1","e9"]',
          valid_at: '2026-05-01T00:00Z',
        }),
      ],
    );

    const read = await readText('ferry.graphml', text);

    expect(gradesOf(read)).toEqual([['Mira Holt founded Blue Line', founded, undefined]]);
    expect(read.triples[0]?.relation.when?.start).toBe('2026-05-01');
    expect(read.input.notices()).toEqual([
      'This graph was built by Graphiti.',
      'Chunks that relations name but that are missing: e9 (1).',
    ]);
  });

  it('is none without texts, though it uses the same words', async () => {
    const text = graphml(
      [
        node('n0', ':Document', { name: 'Charter' }),
        node('n1', ':Person', { name: 'Mira Holt', text: 'A note' }),
      ],
      [edge(['n0', 'MENTIONS', 'n1'])],
    );

    const read = await readText('ferry.graphml', text);

    expect(sentencesOf(read)).toEqual(['Charter MENTIONS Mira Holt']);
  });
});

describe('nodes that nothing names', () => {
  it('of a graph that a tool has built are left out with their relations, which is told', async () => {
    const rows = [
      { type: 'node', id: '1', labels: ['Chunk'], properties: { id: 'aa', text: founded } },
      { type: 'node', id: '2', labels: ['Document'], properties: { fileName: 'ferry.pdf' } },
      { type: 'node', id: '3', labels: ['Job'], properties: { status: 'done' } },
      { type: 'node', id: '4', labels: ['Person', '__Entity__'], properties: { id: 'Mira Holt' } },
      { type: 'relationship', id: '1', label: 'HAS_ENTITY', start: { id: '1' }, end: { id: '4' } },
      { type: 'relationship', id: '2', label: 'RAN', start: { id: '4' }, end: { id: '3' } },
    ];

    const read = await readFiles({ 'a.json': rows.map((row) => JSON.stringify(row)).join('\n') }, 'a.json');

    expect(namesWithKindsOf(read)).toEqual(['Mira Holt (person)']);
    expect(read.triples).toEqual([]);
    expect(read.notices.join('\n')).toContain(
      'Nodes that nothing names, left out with their relations: Job (1).',
    );
  });
});
