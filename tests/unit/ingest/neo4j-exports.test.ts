import { describe, expect, it } from '@jest/globals';

import { QuestionError } from '@/lib/ingest/question-error';

import { namesWithKindsOf, gradesOf, readText, sentencesOf } from './read-written';

const founded = 'Mira Holt founded the Blue Line.';

describe('a graph of Neo4j as one table', () => {
  const table = [
    '"_id","_labels","aliases","name","since","_start","_end","_type","year"',
    '"7",":Person:Captain","[""M. Holt"",""Mira""]","Mira Holt","",,,,',
    '"8",":Company","","Blue Line","",,,,',
    ',,,,"2026-05-01","7","8","FOUNDED","1999"',
    ',,,,"","7","9","LEFT",""',
    ',,,,"","","","",""',
  ].join('\n');

  it('has nodes by their labels and names, and relationships by their type', async () => {
    const read = await readText('ferry.csv', table);

    expect(read.input.format).toBe('apoc-csv');
    expect(namesWithKindsOf(read)).toEqual(['Mira Holt (person)', 'Blue Line (organisation)']);
    expect(sentencesOf(read)).toEqual(['Mira Holt FOUNDED Blue Line 2026-05-01']);
  });

  it('reads lists of properties, and refuses rows that join nobody with their line', async () => {
    const read = await readText('ferry.csv', table);

    const aliases = read.items.flatMap((item) => (item.kind === 'entity' ? item.entry.entity.aliases : []));
    expect(aliases).toEqual(['M. Holt', 'Mira']);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [5, expect.stringContaining("there is no node '9'")],
      [6, expect.stringContaining('neither a node nor a relationship')],
    ]);
  });

  it('is told by its header whatever separates its cells', async () => {
    const read = await readText('ferry.txt', table.replaceAll(',', ';'));

    expect(read.input.format).toBe('apoc-csv');
  });

  it('has its texts where a tool has built it from them', async () => {
    const built = [
      '"_id","_labels","fileName","id","position","text","_start","_end","_type"',
      '"0",":Document","ferry.pdf","","","",,,',
      `"1",":Chunk","","aa","1","${founded}",,,`,
      '"2",":Person:__Entity__","","Mira Holt","","",,,',
      '"3",":Company:__Entity__","","Blue Line","","",,,',
      ',,,,,,"1","0","PART_OF"',
      ',,,,,,"1","2","HAS_ENTITY"',
      ',,,,,,"1","3","HAS_ENTITY"',
      ',,,,,,"2","3","FOUNDED"',
    ].join('\n');

    const read = await readText('ferry.csv', built);

    expect(gradesOf(read)).toEqual([['Mira Holt founded Blue Line', founded, 'candidate']]);
    expect(namesWithKindsOf(read)).toEqual(['Mira Holt (person)', 'Blue Line (organisation)']);
  });
});

describe('results of a query in JSON', () => {
  const mira = {
    identity: 0,
    labels: ['Person'],
    properties: { name: 'Mira Holt', born: { low: 1999, high: 0 } },
  };
  const line = { identity: 1, labels: ['Company'], properties: { name: 'Blue Line' } };
  const founding = { identity: 5, start: 0, end: 1, type: 'FOUNDED', properties: { date: '2026-05-01' } };

  it('are read from paths, each relationship once', async () => {
    const path = {
      start: mira,
      end: line,
      segments: [{ start: mira, relationship: founding, end: line }],
      length: 1,
    };

    const read = await readText('records.json', JSON.stringify([{ p: path }, { p: path }], undefined, 1));

    expect(read.input.format).toBe('neo4j-json');
    expect(namesWithKindsOf(read)).toEqual(['Mira Holt (person)', 'Blue Line (organisation)']);
    expect(sentencesOf(read)).toEqual(['Mira Holt FOUNDED Blue Line 2026-05-01']);
    expect(read.rejects).toEqual([]);
  });

  it('are read from columns, lists and maps, with ids in two halves or as texts', async () => {
    const half = { ...mira, identity: { low: 4, high: 1 } };
    const rows = [
      { other: { ...mira, identity: { low: 4, high: 0 }, properties: { name: 'Ota Vale' } } },
      { n: half, r: { ...founding, start: { low: 4, high: 1 } }, count: 3 },
      { all: [{ inner: line }] },
    ];
    const text = [
      { n: { elementId: 'x:1', labels: ['Person'], properties: { name: 'Ota Vale' } } },
      { m: { elementId: 'x:2', labels: ['Person'], properties: { name: 'Ona Reef' } } },
      {
        r: {
          elementId: 'x:3',
          startNodeElementId: 'x:2',
          endNodeElementId: 'x:1',
          type: 'KNOWS',
          properties: {},
        },
      },
    ];

    expect(sentencesOf(await readText('a.json', JSON.stringify(rows)))).toEqual([
      'Mira Holt FOUNDED Blue Line 2026-05-01',
    ]);
    expect(sentencesOf(await readText('b.json', JSON.stringify(text)))).toEqual(['Ona Reef KNOWS Ota Vale']);
  });

  it('are read as the interfaces over HTTP answer', async () => {
    const graph = {
      nodes: [
        { id: '0', labels: ['Person'], properties: { name: 'Mira Holt' } },
        { id: '1', labels: ['Company'], properties: { name: 'Blue Line' } },
      ],
      relationships: [{ id: '5', type: 'FOUNDED', startNode: '0', endNode: '1', properties: {} }],
    };
    const old = {
      results: [{ columns: ['p'], data: [{ row: [[{ name: 'Mira Holt' }]], graph }] }],
      errors: [],
    };
    const query = {
      data: {
        fields: ['n', 'r', 'm'],
        values: [
          [
            { elementId: '0', labels: ['Person'], properties: { name: 'Mira Holt' } },
            {
              elementId: '5',
              startNodeElementId: '0',
              endNodeElementId: '1',
              type: 'FOUNDED',
              properties: {},
            },
            { elementId: '1', labels: ['Company'], properties: { name: 'Blue Line' } },
          ],
        ],
      },
    };

    for (const answer of [old, query])
      expect(sentencesOf(await readText('answer.json', JSON.stringify(answer)))).toEqual([
        'Mira Holt FOUNDED Blue Line',
      ]);
  });

  it('refuse a relationship whose nodes the rows do not hold', async () => {
    const read = await readText('r.json', JSON.stringify([{ n: mira, r: founding }]));

    expect(read.rejects.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("there is no node '1'"),
    ]);
  });
});

describe('a table of Neo4j Browser', () => {
  const apart = [
    'n,r,m',
    '"(:Person:Captain {name: Mira Holt, the elder,born: 1961})","[:FOUNDED {since: 2023}]","(:Company {name: Blue Line})"',
  ].join('\n');
  const mapping = { columns: { subject: 'n', relation: 'r', object: 'm' } };

  it('is asked about where nodes and relationships stand apart: a cell does not say which way', async () => {
    const opening = readText('export.csv', apart);

    await expect(opening).rejects.toThrow(/does not say which nodes it joins, and which way/u);
    const error: unknown = await readText('export.csv', apart).catch((cause: unknown) => cause);
    expect(error instanceof QuestionError && error.question.guess).toEqual(mapping);
  });

  it('is read as a person says, also the other way round', async () => {
    const read = await readText('export.csv', apart, { mapping });
    const back = await readText('export.csv', apart, {
      mapping: { columns: { subject: 'm', relation: '2', object: '1' } },
    });

    expect(read.input.format).toBe('neo4j-browser-csv');
    expect(namesWithKindsOf(read)).toEqual(['Mira Holt, the elder (person)', 'Blue Line (organisation)']);
    expect(sentencesOf(read)).toEqual(['Mira Holt, the elder FOUNDED Blue Line 2023']);
    expect(sentencesOf(back)).toEqual(['Blue Line FOUNDED Mira Holt, the elder 2023']);
  });

  it('of an older version has properties alone, and takes a relation that is the same in each row', async () => {
    const text = 'n,m\n"{""name"":""Bo Dahl""}","{""name"":""Cy Ek""}"\n';
    const three = 'n,r,m\n"{""name"":""Bo Dahl""}","{}","{""name"":""Cy Ek""}"\n';

    const named = await readText('export.csv', three, {
      mapping: { columns: { subject: 'n', relation: 'met', object: 'm' } },
    });

    await expect(readText('export.csv', three)).rejects.toThrow(QuestionError);
    await expect(readText('other.csv', text)).rejects.not.toThrow(/Neo4j Browser/u);
    expect(sentencesOf(named)).toEqual(['Bo Dahl met Cy Ek']);
    expect(sentencesOf(await readText('export.csv', three, { mapping }))).toEqual([
      'Bo Dahl related to Cy Ek',
    ]);
  });

  it('is read without a question where paths say which way', async () => {
    const paths = [
      'p',
      '"(:Person {name: Mira Holt})-[:FOUNDED {since: 2023}]->(:Company {name: Blue Line})<-[:LED]-(:Person {name: Ota (Vale)})"',
      '"(:Person {name: Mira Holt})-[:FOUNDED {since: 2023}]->(:Company {name: Blue Line})"',
    ].join('\n');

    const read = await readText('paths.csv', paths);

    expect(sentencesOf(read)).toEqual(['Mira Holt FOUNDED Blue Line 2023', 'Ota (Vale) LED Blue Line']);
    expect(namesWithKindsOf(read)).toHaveLength(3);
  });

  it('refuses a mapping that it has no use for, and rows that hold no relationship', async () => {
    const strange = readText('export.csv', apart, {
      mapping: { columns: { ...mapping.columns, start: 'n' } },
    });
    await expect(strange).rejects.toThrow(/subject, relation and object are, and nothing else \(start\)/u);

    const empty = await readText('export.csv', `${apart}\n"(:Person {name: Ota Vale})",null,null\n`, {
      mapping,
    });

    expect(empty.rejects.map(({ reason }) => reason)).toEqual(['its cell is no relationship']);
  });
});
