import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { joinTables, type ListedInputs } from '@/lib/ingest/list-inputs';

import { documentsOf } from './read-files';
import { readInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-pair-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

const ships = 'Id;Label;Kind\n1;Sea Eagle;thing\n2;Eva Rask;person\n3;Ib Sund;person\n';
const crews = 'Source;Target;Type;Label;Since\n2;1;Directed;commands;2019\n3;1;Directed;serves on;2020\n';

describe('tables of nodes and of edges', () => {
  it('in a folder are one graph, with names from the nodes', async () => {
    const read = await readInput(await write({ 'crew-edges.csv': crews, 'ships.csv': ships }));

    expect(sentencesOf(read).map((sentence) => sentence.replace(/ \d{4}$/u, ''))).toEqual([
      'Eva Rask commands Sea Eagle',
      'Ib Sund serves on Sea Eagle',
    ]);
    expect(read.rejects).toEqual([]);
    expect(read.items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.kind] : []))).toEqual([
      'thing',
      'person',
      'person',
    ]);
  });

  it('may be several of each, as a leak has them, and rows beside the point are refused', async () => {
    const read = await readInput(
      await write({
        'nodes-firms.csv': 'node_id,name,register\n10000001,Fog Holdings,North\n',
        'nodes-people.csv': 'node_id,name,register\n12000001,Eva Rask,North\n12000002,Ib Sund,North\n',
        'relationships.csv':
          'node_id_start,node_id_end,rel_type,start_date,end_date,sourceID\n12000001,10000001,officer_of,,,Papers\n12000002,10000001,officer_of,,,Papers\n',
        'readme.txt': 'About the papers.',
      }),
    );

    expect(sentencesOf(read)).toEqual([
      'Eva Rask officer_of Fog Holdings',
      'Ib Sund officer_of Fog Holdings',
    ]);
  });

  it('are told by the link of a leak, and cite the leak; a place is called by its address', async () => {
    const read = await readInput(
      await write({
        'nodes-officers.csv': 'node_id,name\n11,Eva Rask\n12,Ib Sund\n',
        'nodes-addresses.csv': 'node_id,name,address\n31,,1 Pier Norrby\n',
        'relationships.csv': [
          'node_id_start,node_id_end,rel_type,link,sourceID',
          '11,31,registered_address,registered address,Fog Papers',
          '11,12,similar,https://leak.example/7,s-1',
          '',
        ].join('\n'),
      }),
    );

    expect(sentencesOf(read)).toEqual([
      'Eva Rask registered address 1 Pier Norrby',
      'Eva Rask similar Ib Sund',
    ]);
    expect(documentsOf(read).map(({ title, url }) => [title, url])).toEqual([
      ['Fog Papers', undefined],
      ['https://leak.example/7', 'https://leak.example/7'],
    ]);
    expect(noticesOf(read)).toContain('Not read from the edges: source id (1).');
  });

  it('cite the table of the edges, by line', async () => {
    const read = await readInput(await write({ 'e.csv': crews, 'n.csv': ships }));

    expect(read.triples.map(({ evidence: { file, line } }) => [file?.endsWith('/e.csv'), line])).toEqual([
      [true, 2],
      [true, 3],
    ]);
  });

  it('given side by side are put together, and those of other folders are not', async () => {
    await write({ 'a/e.csv': crews, 'a/n.csv': ships, 'b/e.csv': crews });
    const paths: ListedInputs['inputs'] = ['a/e.csv', 'a/n.csv', 'b/e.csv'].map((name) => ({
      path: path.join(folder, name),
      isNamed: true,
    }));

    const joined = await joinTables(paths);

    expect(
      joined.map(({ path: file, tables }) => [path.relative(folder, file), tables?.nodes.length]),
    ).toEqual([
      ['a/e.csv', 1],
      ['b/e.csv', undefined],
    ]);
    await expect(readInput(path.join(folder, 'b/e.csv'))).rejects.toThrow(/numbers or ids \(2, 1, 3\)/u);
  });

  it('of several graphs that count from one are kept apart: nobody knows whose ids the edges mean', async () => {
    const place = await write({ 'e.csv': crews, 'n.csv': ships, 'm.csv': 'id,name\n1,Lund\n2,Ystad\n' });
    const paths: ListedInputs['inputs'] = ['e.csv', 'm.csv', 'n.csv'].map((name) => ({
      path: path.join(place, name),
      isNamed: true,
    }));

    expect(await joinTables(paths)).toHaveLength(3);
  });

  it('of other ids are no pair', async () => {
    const place = await write({ 'e.csv': crews.replaceAll(';1;', ';77;'), 'n.csv': ships });
    const paths: ListedInputs['inputs'] = ['e.csv', 'n.csv'].map((name) => ({
      path: path.join(place, name),
      isNamed: true,
    }));

    expect(await joinTables(paths)).toHaveLength(2);
  });

  it('that a person has named are read as such, whatever their ids', async () => {
    const place = await write({ 'e.csv': `${crews}9;1;Directed;knows;2021\n`, 'n.csv': ships });
    const [edges, nodes] = [path.join(place, 'e.csv'), path.join(place, 'n.csv')];

    const read = await readInput(edges, { tables: { nodes: [nodes], edges: [edges] } });

    expect(read.triples).toHaveLength(2);
    expect(read.rejects).toEqual([
      expect.objectContaining({ line: 4, reason: expect.stringContaining("no node '9'") }),
    ]);
  });
});

describe('the nodes of a graph file', () => {
  const graph = (nodes: unknown, links: unknown): string => JSON.stringify({ nodes, links });

  it('are called by their ids where their label is a class', async () => {
    const read = await readText(
      'g.json',
      graph(
        [
          { id: 'Eva Rask', label: 'Sailor' },
          { id: 'Ib Sund', label: 'Sailor' },
          { id: 'Sea Eagle', label: 'Vessel' },
          { id: 'Ola Vik', label: 'Sailor' },
        ],
        [{ source: 'Eva Rask', target: 'Sea Eagle', relation: 'commands' }],
      ),
    );

    expect(sentencesOf(read)).toEqual(['Eva Rask commands Sea Eagle']);
  });

  it('are called by their labels where these are names', async () => {
    const read = await readText(
      'g.json',
      graph(
        [
          { id: 'rask-e', label: 'Eva Rask' },
          { id: 'sund-i', label: 'Ib Sund' },
        ],
        [{ source: 'rask-e', target: 'sund-i', relation: 'met' }],
      ),
    );

    expect(sentencesOf(read)).toEqual(['Eva Rask met Ib Sund']);
  });

  it('have names and their edges dates in what lies one level down', async () => {
    const read = await readText(
      'g.json',
      JSON.stringify({
        nodes: [
          { id: '0', label: 'Person', properties: { name: 'Eva Rask' } },
          { id: '1', label: 'Person', properties: { name: 'Ib Sund' } },
        ],
        relationships: [
          { type: 'MET', start_node_id: '0', end_node_id: '1', properties: { date: '2021-05-01' } },
        ],
      }),
    );

    expect(sentencesOf(read)).toEqual(['Eva Rask MET Ib Sund 2021-05-01']);
  });

  it.each([
    ['numbers', [{ id: '17' }, { id: '18' }], /numbers or ids \(17, 18\)/u],
    ['counted letters', [{ id: 'n17' }, { id: 'n18' }], /numbers or ids \(n17, n18\)/u],
    [
      'hashes',
      [{ id: '9f86d081884c7d659a2feaa0c55ad015' }, { id: 'a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
      /numbers or ids/u,
    ],
    [
      'classes',
      [
        { id: 1, label: 'PERSON' },
        { id: 2, label: 'ORG' },
      ],
      /words for classes/u,
    ],
  ])('that have nothing but %s for a name are asked about', async (_, nodes, message) => {
    const [a, b] = nodes;
    const text = graph(nodes, [{ source: a?.id, target: b?.id, relation: 'met' }]);

    await expect(readText('g.json', text)).rejects.toThrow(message);
    expect((await readText('g.json', text, { idsAsNames: true })).triples).toHaveLength(1);
  });

  it('are told apart from names that only look like them', async () => {
    const read = await readText(
      'rows.csv',
      'subject,relation,object\nU2,played in,Lund\nB52,played in,Ystad\n',
    );

    expect(read.triples).toHaveLength(2);
    expect(noticesOf(read)).toBe('');
  });
});

describe('the edges of a graph file', () => {
  it('may be lists of two ends, a relation, and what is said of it', async () => {
    const read = await readText(
      'g.json',
      JSON.stringify({
        nodes: [['k1', { name: 'Eva Rask' }], ['k2', { name: 'Ib Sund' }], 'Ola Vik'],
        edges: [
          ['k1', 'k2', 'hailed', { date: '2021' }],
          ['k2', 'Ola Vik'],
        ],
      }),
    );

    expect(sentencesOf(read)).toEqual(['Eva Rask hailed Ib Sund 2021', 'Ib Sund related to Ola Vik']);
  });

  it('name what they join where there are no nodes', async () => {
    const text = JSON.stringify({ links: [{ source: 'Eva Rask', target: 'Ib Sund', type: 'hailed' }] });

    expect(sentencesOf(await readText('g.json', text))).toEqual(['Eva Rask hailed Ib Sund']);
  });

  it('have the relation between the ends in lists of relations', async () => {
    const text = JSON.stringify({
      entities: ['Eva Rask', 'Ib Sund'],
      relations: [['Eva Rask', 'hailed', 'Ib Sund']],
    });

    expect(sentencesOf(await readText('g.json', text))).toEqual(['Eva Rask hailed Ib Sund']);
  });
});

describe('what is told of a graph file', () => {
  it('is counted once, however often its nodes are looked at', async () => {
    const nodes = Array.from({ length: 1_500 }, (_, at) => ({ id: `Eva ${at} Rask`, kind: 'sailor' }));
    const links = [{ source: 'Eva 0 Rask', target: 'Eva 1 Rask', relation: 'hailed' }];

    const read = await readText('g.json', JSON.stringify({ nodes, links }));

    expect(noticesOf(read)).toContain('read as thing: sailor (1500)');
  });
});
