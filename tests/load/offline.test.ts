/** What the importer makes of the tables is what a store makes of the batches: on a real Neo4j, with its real importer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { loadPaths } from '@/lib/load/load-paths';
import type { Batch } from '@/lib/model/batch';
import { LoadId } from '@/lib/model/ids';

import {
  cite,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createType,
  declare,
  imply,
  mention,
  relate,
} from '../contract/batch.fixture';
import { describeConsole } from '../contract/describe-console';
import { describeDetails } from '../contract/describe-details';
import { describeSearch } from '../contract/describe-search';
import { describeSlice } from '../contract/describe-slice';
import { dumpGraph } from '../contract/graph-hash';
import { littleWorld } from '../contract/little-world.fixture';
import { whyNoNeo4j } from '../contract/neo4j/at-hand';
import { openByImport, openHome, openImported, writeOffline } from './offline-store';
import { runLoad, runScript, type LoadRun } from './run-load';

jest.setTimeout(180_000);

const ROOT = path.join(__dirname, '..', '..');
const FIXTURES = path.join(ROOT, 'tests', 'fixtures', 'ingest');
const VOCABULARY = path.join(ROOT, 'graph-data', 'vocabulary.csv');
const paths = [
  path.join(ROOT, 'graph-data', 'us-china-2023'),
  path.join(FIXTURES, 'bad-rows'),
  path.join(FIXTURES, 'files', 'names.csv'),
];

const missing = process.env['CI'] ? undefined : whyNoNeo4j();
if (missing !== undefined) process.stdout.write(`\nTHE IMPORTER IS NOT TESTED: ${missing}.\n`);
const describeOrSkip = missing === undefined ? describe : describe.skip;

const hostile = [
  'a`"\'\\\u0000\u202e😀$x',
  'line\r\nbreak\rand\nmore',
  '""',
  '"',
  '\\"',
  '  spaces  ',
  '\ufeffmark',
  '\u001f\u001e\u001d',
  '=1+1',
  ';|,\t',
];

const said = createPassage('d1', 1, 'A met B, "face to face",\r\nin Geneva.');
const unsaid = createPassage('d2', 1, 'A did not meet B.');
const again = { id: LoadId.parse('load-2'), dataset: 'again', merges: 'a=b', isDone: true, row: 77 };

/** Whatever merging there is: rows twice, places late, declared after implied, texts that change, another load that says the same. */
const batches: readonly Batch[] = [
  littleWorld,
  createBatch({
    types: [createType('MET'), createType('FLEW_TO', { declared: false })],
    entities: [imply('a', 'A'), imply('b', 'B'), declare('alone', 'Liechtenstein', { aliases: [] })],
    documents: [createDocument('d1', '2023'), createDocument('d2')],
    passages: [said, unsaid],
    mentions: [mention(said, 'a', 'A'), mention(said, 'b', 'B'), mention(said, 'a', 'A')],
    relations: [relate('r', 'a MET b'), relate('f', 'a FLEW_TO b', { about: ' ' }), relate('g', 'b MET a')],
    evidence: [
      citeLine(['v1', 'r'], 1),
      cite(['v2', 'r'], said, { quote: 'met' }),
      citeLine(['v-f', 'f'], 2),
      { ...cite(['v4', 'r'], said, { grade: 'co-mention' }), statement: 'A and B "met",\nit seems.' },
      cite(['v5', 'g'], unsaid, { grade: 'co-mention' }),
    ],
  }),
  createBatch({
    relations: [relate('r', 'a MET b', { place: 'Geneva' })],
    evidence: [citeLine(['v1', 'r'], 1), cite(['v3', 'r'], unsaid, { denies: true })],
  }),
  createBatch(
    {
      types: [createType('FLEW_TO', { class: 'verbal-cooperation' }), createType('MET', { declared: false })],
      entities: [
        imply('a', 'Another'),
        declare('b', 'Bé', { kind: 'person', aliases: ['B', 'be', 'Bob'], description: '' }),
        ...hostile.map((name, index) => declare(`h${index}`, name, { aliases: [name, `${name}!`] })),
      ],
      documents: [{ ...createDocument('d1'), note: hostile[0] }],
      passages: [said, { ...unsaid, text: 'Something else.' }],
      mentions: [mention(said, 'nato', 'face'), mention(said, 'b', 'B')],
      relations: [relate('r', 'a MET b', { place: 'Paris' }), relate('w', 'b FLEW_TO a', { start: '2020' })],
      evidence: [
        cite(['v3', 'r'], unsaid, { denies: true }),
        cite(['v2', 'r'], said, { quote: 'met' }),
        { ...citeLine(['v1', 'r'], 1), load: again.id },
        { ...citeLine(['v-w', 'w'], 9, hostile[1]), attributedTo: hostile[0], load: again.id },
      ].map((each) => ({ ...each, load: again.id })),
    },
    again,
  ),
];

describeOrSkip('an offline load', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entente-offline-'));
  });
  afterAll(() => rm(folder, { recursive: true, maxRetries: 5 }));

  function runNeo4j(...args: readonly string[]): Promise<LoadRun> {
    return runScript('neo4j', { dataFolder: folder, args });
  }

  it('makes the very graph that a store makes of the same batches', async () => {
    const tables = path.join(folder, 'tables');
    const written = await writeOffline(batches, tables);
    const { store, empty, close } = await openImported(tables, path.join(folder, 'same'));
    const offline = await dumpGraph(store);
    await empty();
    const reports = [];
    for (const batch of batches) reports.push(await store.upsert(batch));
    const online = await dumpGraph(store);
    await close();

    expect(offline).toEqual(online);
    expect(written.counts).toEqual({ entities: 20, relations: 9, evidence: 15, passages: 6, documents: 5 });
    expect(written.reports.map(leftOut)).toEqual(reports.map(leftOut));
  });

  it('makes, by two commands, the graph of an online load of the same files, and refuses the same rows', async () => {
    const [tables, home] = [path.join(folder, 'commands'), path.join(folder, 'home')];
    const written = await runLoad(folder, [...paths, '--offline', tables, '--json']);
    const imported = await runNeo4j('import', tables, '--home', home);
    const again = await runNeo4j('import', tables, '--home', home);
    const { store, empty, close } = await openHome(home);
    const offline = await dumpGraph(store);
    const whileOn = await runNeo4j('import', tables, '--home', home, '--overwrite-destination');
    await empty();
    const { read, created, unchanged, rejected } = await loadPaths(store, paths, {
      dataFolder: folder,
      baseVocabulary: VOCABULARY,
    });
    const online = await dumpGraph(store);
    await close();

    expect(written.code).toBe(2);
    expect(JSON.parse(written.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      read,
      created,
      unchanged,
      rejected,
    });
    expect(rejected).toBeGreaterThan(0);
    expect(written.err).toContain(`npm run neo4j -- import ${tables}`);
    expect(imported).toMatchObject({ code: 0 });
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain('--overwrite-destination');
    expect(whileOn).toMatchObject({ code: 1 });
    expect(whileOn.err).toContain('Stop it');
    expect(offline).toEqual(online);
  });

  it('imports nothing from a folder without complete tables', async () => {
    const { code, err } = await runNeo4j('import', folder, '--home', path.join(folder, 'nothing'));

    expect(code).toBe(1);
    expect(err).toContain('--offline');
  });

  describe('serves what a store serves', () => {
    const open = () => Promise.resolve(openByImport(path.join(folder, 'contract')));
    describeSlice(open);
    describeDetails(open);
    describeSearch(open);
    describeConsole(open);
  });
});

function leftOut({
  changedPassages,
  refusedEvidence,
}: {
  changedPassages: unknown;
  refusedEvidence: unknown;
}) {
  return { changedPassages, refusedEvidence };
}
