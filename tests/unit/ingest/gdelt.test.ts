import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { joinMentions } from '@/lib/ingest/join-mentions';

import { makeZip } from './make-zip';
import { readInput, type ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

const baseVocabulary = path.join(__dirname, '..', '..', '..', 'graph-data', 'vocabulary.csv');

interface Actor {
  readonly code?: string;
  readonly name?: string;
  readonly country?: string;
}

const norway = { code: 'NOR', name: 'NORWAY', country: 'NOR' };
const sweden = { code: 'SWE', name: 'SWEDEN', country: 'SWE' };

/** An event with 61 cells, as GDELT publishes them. */
function toEvent(id: number, actors: readonly [Actor, Actor], { event = '040', url = '' } = {}): string {
  const cells = Array.from({ length: 61 }, () => '');
  cells[0] = String(id);
  cells[1] = '20240501';
  for (const [at, { code = '', name = '', country = '' }] of actors.entries())
    cells.splice(at === 0 ? 5 : 15, 3, code, name, country);
  cells[26] = event;
  cells[28] = event.slice(0, 2);
  cells[52] = 'Porto, Northland';
  cells[60] = url;
  return cells.join('\t');
}

function toMention(
  id: number,
  identifier: string,
  { type = '1', confidence = '60', tone = '-2.345' } = {},
): string {
  const seen = '20240501003000';
  const cells = [
    String(id),
    '20240501001500',
    seen,
    type,
    'fog.example',
    identifier,
    '3',
    '-1',
    '20',
    '60',
    '1',
  ];
  return [...cells, confidence, '2000', tone, '', ''].join('\t');
}

async function withFiles<T>(
  files: Readonly<Record<string, string | Buffer>>,
  work: (inFolder: (name: string) => string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-gdelt-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    return await work((name) => path.join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function kindsOf({ items }: ReadInput) {
  const entries = items.flatMap((item) => (item.kind === 'triple' ? item.triple.entities : []));
  return entries.map(({ entity }) => [entity.name, entity.kind]);
}

function documentsOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
}

describe('actors of GDELT', () => {
  it('are countries where name and code say the same one', async () => {
    const rows = [
      toEvent(1, [norway, { name: 'LONDON', code: 'GBR', country: 'GBR' }]),
      toEvent(2, [
        { name: 'GEORGIA', code: 'USA', country: 'USA' },
        { name: 'GEORGIA', code: 'GEO', country: 'GEO' },
      ]),
      toEvent(3, [
        { name: 'POLICE', code: 'SWECOP', country: 'SWE' },
        { code: 'DNK', country: 'DNK' },
      ]),
    ];

    expect(kindsOf(await readText('a.export.CSV', rows.join('\n')))).toEqual([
      ['NORWAY', 'country'],
      ['LONDON', 'thing'],
      ['GEORGIA (USA)', 'thing'],
      ['GEORGIA', 'country'],
      ['POLICE (SWECOP)', 'thing'],
      ['DNK', 'country'],
    ]);
  });
});

describe('the source of an event of GDELT', () => {
  it('is a page or a citation, and the line where there is none', async () => {
    const urls = ['https://fog.example/1', 'Fog Radio, 1 May', 'unspecified', ''];
    const rows = urls.map((url, at) => toEvent(at, [norway, sweden], { url }));
    const read = await readText('a.export.CSV', rows.join('\n'));

    expect(documentsOf(read).map(({ title, url }) => [title, url])).toEqual([
      ['https://fog.example/1', 'https://fog.example/1'],
      ['Fog Radio, 1 May', undefined],
    ]);
    expect(read.triples.map(({ evidence }) => evidence.line)).toEqual([undefined, undefined, 3, 4]);
  });
});

describe('an event export of GDELT with a header', () => {
  const header = 'GLOBALEVENTID,SQLDATE,Actor1Code,Actor1Name,Actor1CountryCode,Actor2Name,EventCode';

  it('is read by the names of its columns, whatever their order', async () => {
    const text = [
      'SOURCEURL;EventCode;Actor2Name;ActionGeo_FullName;Actor1Name;SQLDATE',
      'https://fog.example/1;"040";SWEDEN;"Lund; Northland";NORWAY;20240501',
    ].join('\n');
    const read = await readText('bq.csv', text, { baseVocabulary });

    expect(read.input.format).toBe('gdelt');
    expect(sentencesOf(read)).toEqual(['NORWAY met SWEDEN 2024-05-01']);
    expect(read.triples[0]?.relation.place).toBe('Lund; Northland');
    expect(documentsOf(read)).toMatchObject([{ url: 'https://fog.example/1' }]);
    expect(read.triples[0]?.evidence.document).toBe(documentsOf(read)[0]?.id);
  });

  it('has the zeros of its codes again, where the root beside them shows that they were lost', async () => {
    const rows = ['1,20240501,NOR,NORWAY,NOR,SWEDEN,10,1', '2,20240501,NOR,NORWAY,NOR,SWEDEN,100,10'];
    const read = await readText('bq.csv', [`${header},EventRootCode`, ...rows].join('\n'), {
      baseVocabulary,
    });

    expect(read.triples.map(({ relation }) => relation.type)).toEqual(['STATED', 'DEMANDED']);
  });

  it('has a code refused that may be two, and another restored, without the root', async () => {
    const rows = ['1,20240501,NOR,NORWAY,NOR,SWEDEN,10', '2,20240501,NOR,NORWAY,NOR,SWEDEN,40'];
    const read = await readText('bq.csv', [header, ...rows].join('\n'), { baseVocabulary });

    expect(read.triples.map(({ relation }) => relation.type)).toEqual(['MET']);
    expect(read.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'relation', expect.stringContaining('010 or 10')],
    ]);
  });
});

describe('an event of GDELT', () => {
  it('of one actor is counted each time that the file is read, one of none is refused', async () => {
    const rows = [
      toEvent(1, [norway, sweden]),
      toEvent(2, [norway, {}]),
      toEvent(3, [{}, sweden]),
      toEvent(4, [{}, {}]),
    ];
    await withFiles({ 'a.export.CSV': rows.join('\n') }, async (inFolder) => {
      const read = await readInput(inFolder('a.export.CSV'), { baseVocabulary });
      for await (const some of read.input.items()) expect(some).toBeDefined();

      expect(read.triples).toHaveLength(1);
      expect(noticesOf(read)).toContain('events of one actor: met (2).');
      expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([[4, 'the event has no actor']]);
    });
  });
});

describe('mentions of GDELT', () => {
  const files = {
    'a.export.CSV': [
      toEvent(7, [norway, sweden], { url: 'https://fog.example/1' }),
      toEvent(8, [sweden, norway], { url: 'https://fog.example/3' }),
    ].join('\n'),
    'a.mentions.CSV': [
      toMention(7, 'https://fog.example/1'),
      toMention(7, 'https://quay.example/2', { confidence: '20' }),
      toMention(7, 'https://quay.example/2', { confidence: '100' }),
      toMention(7, 'Fog Radio, 1 May', { type: '2', tone: '' }),
      toMention(99, 'https://fog.example/9'),
      '7\tcut off',
    ].join('\n'),
  };

  it('go with the events that were given with them', async () => {
    await withFiles({ ...files, 'b.export.CSV': files['a.export.CSV'] }, async (inFolder) => {
      const paths = ['a.export.CSV', 'a.mentions.CSV', 'b.export.CSV'].map(inFolder);
      const mentions = [inFolder('a.mentions.CSV')];

      expect(await joinMentions(paths.map((file) => ({ path: file })))).toEqual([
        { path: paths[0], mentions },
        { path: paths[2], mentions },
      ]);
      expect(await joinMentions([{ path: paths[1] ?? '' }])).toHaveLength(1);
    });
  });

  it('give each document that says an event, how sure GDELT is, and what was left out', async () => {
    await withFiles(files, async (inFolder) => {
      const read = await readInput(inFolder('a.export.CSV'), { mentions: [inFolder('a.mentions.CSV')] });
      const titles = new Map(documentsOf(read).map(({ id, title }) => [id, title]));

      expect(
        read.triples.map(({ evidence: { document, confidence } }) => [
          document && titles.get(document),
          confidence,
        ]),
      ).toEqual([
        ['https://fog.example/1', 60],
        ['https://quay.example/2', 100],
        ['Fog Radio, 1 May', 60],
        ['https://fog.example/3', undefined],
      ]);
      expect(documentsOf(read)[0]).toMatchObject({
        publisher: 'fog.example',
        note: "tone -2.3 by GDELT's measure, found by GDELT on 2024-05-01",
      });
      expect(documentsOf(read)[2]).not.toHaveProperty('url');
      expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
        [6, 'the mention has 2 cells where GDELT has 16'],
      ]);
      expect(noticesOf(read)).toContain('their events are not in a.export.CSV: 1.');
    });
  });

  it('may be packed, as GDELT packs them', async () => {
    const packed = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`${name}.zip`, makeZip([{ name, text }])]),
    );
    await withFiles(packed, async (inFolder) => {
      const given = Object.keys(packed).map((name) => ({ path: inFolder(name) }));
      const [joined, ...more] = await joinMentions(given);
      const read = await readInput(joined?.path ?? '', { mentions: joined?.mentions });

      expect(more).toEqual([]);
      expect(read.triples.map(({ evidence }) => evidence.confidence)).toEqual([60, 100, 60, undefined]);
    });
  });

  it('say nothing without events, and what to load with them', async () => {
    const read = await readText('a.mentions.CSV', files['a.mentions.CSV']);

    expect(read.input.format).toBe('gdelt-mentions');
    expect(read.items).toEqual([]);
    expect(noticesOf(read)).toContain('together with the events (*.export.CSV)');
  });
});

describe("GDELT's Global Knowledge Graph", () => {
  const record = [
    '20240501001500-T1',
    '20240501001500',
    '1',
    ...Array.from({ length: 24 }, () => 'fog'),
  ].join('\t');

  it.each([
    ['a.gkg.csv', record],
    ['gkg.csv', 'GKGRECORDID,DATE,V2Themes,V2Persons\n20240501001500-1,20240501001500,FOG,ana lima'],
    [
      '20130501.gkg.csv',
      'DATE\tNUMARTS\tCOUNTS\tTHEMES\tLOCATIONS\tPERSONS\tCAMEOEVENTIDS\n20130501\t1\t\tFOG\t\tana\t7',
    ],
  ])('holds no relations, and nothing is read into it: %s', async (name, text) => {
    const read = await readText(name, text);

    expect(read.input.format).toBe('gdelt-gkg');
    expect(read.items).toEqual([]);
    expect(noticesOf(read)).toContain("Load GDELT's events instead (*.export.CSV)");
  });
});
