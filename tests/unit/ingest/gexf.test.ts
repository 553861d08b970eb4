import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { fixture, readInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-gexf-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const harbour = fixture('gexf/harbour.gexf');

async function readText(text: string | Uint8Array): Promise<ReturnType<typeof readInput>> {
  const file = path.join(folder, 'graph.txt');
  await writeFile(file, text);
  return readInput(file);
}

function gexf(nodes: string, edges = ''): string {
  return `<gexf version="1.2"><graph defaultedgetype="directed"><nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`;
}

describe('a GEXF graph', () => {
  it('is known by its content, whatever its name', async () => {
    const { input, rejects } = await readText(gexf('<node id="a" label="Ana"/>'));

    expect(input.format).toBe('gexf');
    expect(rejects).toEqual([]);
  });

  it('gives entities with names, kinds, other names and the default of an attribute', async () => {
    const { items } = await readInput(harbour);

    const entities = items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity] : []));
    expect(entities).toMatchObject([
      { name: 'Ana Lima', kind: 'person', aliases: ['A. Lima', '安娜'] },
      { name: 'Bo Chen & Sons', kind: 'organisation', aliases: [] },
      { id: 'Q36433', name: 'Porto', kind: 'place' },
    ]);
    expect(entities[0]?.id).toMatch(/^e-[0-9a-f]{20}$/u);
  });

  it('reads relations: type from kind or label, dates, one for each spell and for each way of a mutual edge', async () => {
    const { items } = await readInput(harbour);

    const told = items.flatMap((item) =>
      item.kind === 'triple' ? [[item.wording.subject, item.triple.relation.type, item.wording.object]] : [],
    );
    expect(told).toEqual(
      [
        ['Ana Lima', 'PRAISED', 'Bo Chen & Sons'],
        ['Ana Lima', 'MET', 'Bo Chen & Sons'],
        ['Ana Lima', 'MET', 'Bo Chen & Sons'],
        ['Ana Lima', 'NEIGHBOURS', 'Porto'],
        ['Porto', 'NEIGHBOURS', 'Ana Lima'],
        ['Bo Chen & Sons', 'RELATED_TO', 'Porto'],
        ['Bo Chen & Sons', 'TRADES_A_LOT_WITH', 'Porto'],
      ].map((each, index) => (index === 1 || index === 2 || index > 4 ? expect.arrayContaining(each) : each)),
    );
    const whens = items.flatMap((item) => (item.kind === 'triple' ? [item.triple.relation.when] : []));
    expect(whens.slice(0, 3)).toEqual([
      { start: '2023-05', precision: 'month' },
      { start: '2021-01-01', end: '2021-01-02', precision: 'day' },
      { start: '2022', precision: 'year' },
    ]);
  });

  it('makes a passage of the words that an edge brings, and marks all of them, in code points', async () => {
    const { items, triples } = await readInput(harbour);

    const [document] = items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
    const [passage] = items.flatMap((item) => (item.kind === 'passage' ? [item.passage] : []));
    expect(document).toMatchObject({ url: 'https://example.org/news', title: 'https://example.org/news' });
    expect(passage).toMatchObject({ document: document?.id, index: 1, text: 'Ana Lima praised Bo Chen 🙂.' });
    expect(triples[0]?.evidence).toMatchObject({ passage: passage?.id, start: 0, end: 27 });
    expect(triples[1]?.evidence).toMatchObject({ file: 'harbour.gexf', line: 30 });
  });

  it('declares the type of edges without direction as going both ways, unless it is known', async () => {
    const { items } = await readInput(harbour, { baseVocabulary: 'graph-data/vocabulary.csv' });

    const types = items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []));
    expect(types).toMatchObject([{ type: 'TRADES_A_LOT_WITH', label: 'trades a lot with', symmetric: true }]);
  });

  it('refuses twins and edges that lead nowhere, each by its line', async () => {
    const { rejects } = await readInput(harbour);

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [21, 'id', "the id '2' is already that of another node"],
      [34, 'object', "there is no node '9' that could be used; add it or correct the edge"],
    ]);
  });

  it('tells what it does not read', async () => {
    const { input } = await readInput(harbour);

    expect(input.notices()).toEqual([
      'Undirected edges: 3. Each is one relation, and a type that only they use is symmetric.',
      'Not read from the nodes: betweenness (1).',
      'Not read from the edges: label (1).',
      'Not read from the file: color (1), times that are numbers but not years (1), weight of an edge (1).',
      "In 1 row the start is left out, since there is no such day: '2023-02-30' (line 35).",
    ]);
  });

  it('gives the same ids whichever end of an edge without direction comes first', async () => {
    const nodes = '<node id="a" label="A"/><node id="b" label="B"/>';
    const there = await readText(gexf(nodes, '<edge source="a" target="b" type="undirected" label="met"/>'));
    const back = await readText(gexf(nodes, '<edge source="b" target="a" type="undirected" label="met"/>'));

    expect(there.triples[0]?.relation.id).toBe(back.triples[0]?.relation.id);
  });

  it('keeps apart nodes of files that differ in their extension only', async () => {
    const graph = gexf('<node id="1" label="Ana"/>');
    const ids = [];
    for (const name of ['same.gexf', 'same.xml']) {
      await writeFile(path.join(folder, name), graph);
      const { items } = await readInput(path.join(folder, name));
      ids.push(...items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.id] : [])));
    }

    expect(new Set(ids).size).toBe(2);
  });

  it('keeps what stands before XML that is not well formed, and says where it ends', async () => {
    const { items, rejects } = await readText(
      '<gexf><graph>\n<nodes><node id="a" label="Ana"/>\n<node id="b" <</nodes></graph></gexf>',
    );

    expect(items.filter(({ kind }) => kind === 'entity')).toHaveLength(1);
    expect(rejects).toMatchObject([
      { line: 3, reason: expect.stringMatching(/^it is not well-formed XML: /u) },
    ]);
  });

  it('expands no entities and fetches none', async () => {
    const bomb = `<!DOCTYPE gexf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
    const { items, rejects } = await readText(bomb + gexf('<node id="a" label="&b;&c;"/>'));

    expect(items.filter(({ kind }) => kind !== 'reject')).toEqual([]);
    expect(rejects).toMatchObject([
      { reason: expect.stringMatching(/^the file declares entities of its own/u) },
    ]);
  });

  it.each([
    ['elements nested without end', '<node id="x">'.repeat(5000), /^elements are nested more than 200 deep/u],
    [
      'attributes without end',
      `<node id="x" ${Array.from({ length: 2000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
      /^an element has more than 1000 attributes/u,
    ],
    [
      'an attribute of nine megabytes',
      `<node id="x" label="${'x'.repeat(9_000_000)}"/>`,
      /larger than 8 MiB/u,
    ],
    ['a NUL', '<node id="x" label="a\0b"/>', /^it is not well-formed XML: disallowed character/u],
    ['half a character', '<node id="x" label="&#xD800;"/>', /^it is not well-formed XML: /u],
  ])('refuses %s', async (_, nodes, reason) => {
    const { rejects } = await readText(gexf(nodes));

    expect(rejects).toMatchObject([{ reason: expect.stringMatching(reason) }]);
  });

  it('takes names that mean something elsewhere as names', async () => {
    const names = [
      '__proto__',
      'constructor',
      '=1+1',
      '\u202eevil',
      '<script>',
      "'; MATCH (n) DETACH DELETE n",
    ];
    const nodes = names.map((name) => `<node id="${escape(name)}" label="${escape(name)}"/>`).join('');
    const edges = names
      .map((name) => `<edge source="${escape(name)}" target="__proto__" label="met"/>`)
      .join('');
    const { items, triples, rejects } = await readText(gexf(nodes, edges));

    expect(items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.name] : []))).toEqual(names);
    expect(triples).toHaveLength(names.length);
    expect(rejects).toEqual([]);
  });

  it('reads the encoding that the file declares', async () => {
    const declaration = '<?xml version="1.0" encoding="ISO-8859-7"?>';
    const { items } = await readText(
      Buffer.from(`${declaration}${gexf('<node id="a" label="\u00e1"/>')}`, 'latin1'),
    );

    expect(items).toMatchObject([{ entry: { entity: { name: 'α' } } }]);
  });
});

function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
}
