import { describe, expect, it } from '@jest/globals';

import { cpuMs } from '../clock/cpu-clock';
import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

function namesOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.name] : []));
}

function linesOf({ items }: ReadInput): readonly number[] {
  return items.flatMap((item) => (item.kind === 'triple' ? [item.source.line] : []));
}

const PEOPLE = [
  { data: { id: 'n1', label: 'Ada Holm', type: 'person' } },
  { data: { id: 'n2', name: 'Northern Ferries', shared_name: 'Northern Ferries' } },
];
const JOINED = [
  {
    data: {
      id: 'e1',
      source: 'n1',
      target: 'n2',
      interaction: 'founded',
      name: 'Ada Holm (founded) Northern Ferries',
    },
  },
  { data: { id: 'e2', source: 'n2', target: 'n1', label: 'paid' } },
  { data: { id: 'e3', source: 'n2', target: 'n1' } },
];
const SAID = [
  'Ada Holm founded Northern Ferries',
  'Northern Ferries paid Ada Holm',
  'Northern Ferries related to Ada Holm',
];

describe('a graph of Cytoscape', () => {
  it.each([
    ['a list', [...PEOPLE, ...JOINED]],
    ['a list of the document', { elements: [...PEOPLE, ...JOINED] }],
    ['lists of nodes and of edges', { data: { name: 'quay' }, elements: { nodes: PEOPLE, edges: JOINED } }],
  ])('has its elements in %s, named by their labels', async (_, document) => {
    const read = await readText('quay.cyjs', JSON.stringify(document, undefined, 1));

    expect(read.input.format).toBe('cytoscape');
    expect(namesOf(read)).toEqual(['Ada Holm', 'Northern Ferries']);
    expect(sentencesOf(read)).toEqual(SAID);
    expect(read.rejects).toEqual([]);
    expect(noticesOf(read)).not.toContain('name');
  });

  it('cites for each edge the line on which it begins', async () => {
    const lines = [...PEOPLE, ...JOINED].map((each) => JSON.stringify(each));
    const read = await readText(
      'quay.json',
      `{"elements": {"nodes": [${lines[0]},\n${lines[1]}],\n"edges": [\n${lines[2]},\n${lines[3]}]}}`,
    );

    expect(linesOf(read)).toEqual([4, 5]);
  });

  it('loses no more than what stands behind the place where it breaks', async () => {
    const text = JSON.stringify({ elements: { nodes: PEOPLE, edges: JOINED } }, undefined, 1);
    const read = await readText('quay.json', text.slice(0, text.indexOf('e3')));

    expect(sentencesOf(read)).toEqual(SAID.slice(0, 2));
    expect(read.rejects.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('the document breaks in line'),
    ]);
  });

  it('refuses an edge to nobody', async () => {
    const stray = { data: { source: 'n1', target: 'n9', label: 'saw' } };
    const { rejects } = await readText('quay.json', JSON.stringify([...PEOPLE, stray, JOINED[0]]));

    expect(rejects.map(({ reason }) => reason)).toEqual([expect.stringContaining("there is no node 'n9'")]);
  });

  it('is read in time that grows with its size', async () => {
    const time = async (count: number): Promise<number> => {
      const nodes = Array.from({ length: 1000 }, (_, at) => ({
        data: { id: `p${at}`, label: `Person of ${at}` },
      }));
      const edges = Array.from({ length: count }, (_, at) => ({
        data: { source: `p${at % 1000}`, target: `p${(at * 7) % 1000}`, label: 'met' },
      }));
      const start = cpuMs();
      const { triples } = await readText('large.cyjs', JSON.stringify({ elements: { nodes, edges } }));
      expect(triples).toHaveLength(count);
      return cpuMs() - start;
    };
    await time(2_000);

    expect(await time(100_000)).toBeLessThan(20 * (await time(10_000)));
  }, 120_000);
});

describe('a network in CX', () => {
  it('of version 2 has the values of its nodes and edges beside them, also under declared names', async () => {
    const read = await readText(
      'quay.cx2',
      JSON.stringify([
        { CXVersion: '2.0', hasFragments: false },
        {
          attributeDeclarations: [
            { nodes: { name: { a: 'n' }, type: { v: 'person' } }, edges: { interaction: { a: 'i' } } },
          ],
        },
        {
          nodes: [
            { id: 1, x: 0, v: { n: 'Ada Holm' } },
            { id: 2, v: { n: 'Bo Rask', type: 'company' } },
          ],
        },
        {
          edges: [
            { id: 5, s: 1, t: 2, v: { i: 'hired' } },
            { id: 6, s: 2, t: 1 },
          ],
        },
        { status: [{ success: true }] },
      ]),
    );

    expect(read.input.format).toBe('cx');
    expect(sentencesOf(read)).toEqual(['Ada Holm hired Bo Rask', 'Bo Rask related to Ada Holm']);
    expect(read.items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.kind] : []))).toEqual([
      'person',
      'organisation',
    ]);
    expect(noticesOf(read)).toBe('');
  });

  it('of version 1 has them in lists of their own, and cites titles and words', async () => {
    const read = await readText(
      'quay.cx',
      JSON.stringify([
        { numberVerification: [{ longNumber: 281474976710655 }] },
        { edgeCitations: [{ po: [5], citations: [9] }] },
        {
          edges: [
            { '@id': 5, s: 1, t: 2, i: 'praised' },
            { '@id': 6, s: 2, t: 1 },
          ],
        },
        {
          nodes: [
            { '@id': 1, n: 'Ada Holm' },
            { '@id': 2, n: 'Bo Rask' },
          ],
        },
        { nodeAttributes: [{ po: 1, n: 'alias', v: ['A. Holm'], d: 'list_of_string' }] },
        { edgeAttributes: [{ po: 6, n: 'interaction', v: 'thanked' }] },
        { supports: [{ '@id': 3, text: 'Bo Rask thanked Ada Holm.', citation: 8 }] },
        { edgeSupports: [{ po: [6], supports: [3] }] },
        {
          citations: [
            { '@id': 9, 'dc:title': 'On fog' },
            { '@id': 8, 'dc:identifier': 'https://example.org/8' },
          ],
        },
      ]),
    );

    expect(sentencesOf(read)).toEqual(['Ada Holm praised Bo Rask', 'Bo Rask thanked Ada Holm']);
    expect(read.items.flatMap((item) => (item.kind === 'document' ? [item.document.title] : []))).toEqual([
      'On fog',
      'https://example.org/8',
    ]);
    expect(read.items.flatMap((item) => (item.kind === 'passage' ? [item.passage.text] : []))).toContain(
      'Bo Rask thanked Ada Holm.',
    );
    expect(read.items.flatMap((item) => (item.kind === 'entity' ? item.entry.entity.aliases : []))).toEqual([
      'A. Holm',
    ]);
  });

  it('tells a node that is no object', async () => {
    const { rejects } = await readText(
      'quay.cx2',
      JSON.stringify([
        { CXVersion: '2.0' },
        { nodes: [3, { id: 1, v: { name: 'Ada Holm' } }] },
        { edges: [null] },
      ]),
    );

    expect(rejects.map(({ reason }) => reason)).toEqual([
      'the node is not an object; write one with an id',
      'the edge is not an object; write one with s and t',
    ]);
  });
});

describe('an adjacency list', () => {
  const nodes = [{ id: 'Ada' }, { id: 'Bo' }, { id: 'x7', name: 'Cy Rask' }];

  it('joins each node with those in its list', async () => {
    const adjacency = [
      [{ id: 'Bo', relation: 'praised' }, { id: 'x7' }],
      [],
      [{ id: 'Ada', relation: 'met' }],
    ];
    const read = await readText(
      'quay.json',
      JSON.stringify({ directed: true, multigraph: false, graph: [], nodes, adjacency }),
    );

    expect(read.input.format).toBe('adjacency');
    expect(sentencesOf(read)).toEqual(['Ada praised Bo', 'Ada related to Cy Rask', 'Cy Rask met Ada']);
  });

  it('without direction has each edge once, though it stands at both ends', async () => {
    const adjacency = [
      [
        { id: 'Bo', relation: 'met' },
        { id: 'Bo', relation: 'married', key: 1 },
      ],
      [
        { id: 'Ada', relation: 'met' },
        { id: 'Ada', relation: 'married', key: 1 },
      ],
      [],
    ];
    const read = await readText(
      'quay.json',
      JSON.stringify({ directed: false, multigraph: true, graph: [], nodes, adjacency }),
    );

    expect(sentencesOf(read).map((sentence) => sentence.split(' ').sort().join(' '))).toEqual([
      'Ada Bo met',
      'Ada Bo married',
    ]);
    expect(noticesOf(read)).toContain('Undirected edges: 2.');
  });
});

describe('a network of VOSviewer', () => {
  it('has items by their labels, and links without direction', async () => {
    const network = {
      items: [
        { id: 1, label: 'Holm, Ada', x: 0 },
        { id: 2, label: 'Rask, Bo' },
      ],
      links: [{ source_id: 1, target_id: 2, strength: 3 }],
    };
    const read = await readText('map.json', JSON.stringify({ config: {}, network }));

    expect(read.input.format).toBe('vosviewer');
    expect(namesOf(read)).toEqual(['Holm, Ada', 'Rask, Bo']);
    expect(read.triples).toHaveLength(1);
    expect(noticesOf(read)).toContain('Undirected edges: 1.');
  });
});
