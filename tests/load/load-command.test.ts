import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { openStore } from '@/lib/store/open-store';

import { runCompiledLoad, runLoad, type LoadRun } from './run-load';

jest.setTimeout(120_000);

const FIXTURES = path.join(__dirname, '..', 'fixtures', 'ingest');
const SAMPLE = path.join(__dirname, '..', '..', 'graph-data', 'us-china-2023');
const NOTHING = { entities: 0, relations: 0, evidence: 0, passages: 0, documents: 0 };

let folder = '';
let data = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-load-'));
  data = path.join(folder, 'data');
});

afterEach(async () => {
  await rm(folder, { recursive: true, maxRetries: 5 });
});

function reportOf({ out }: LoadRun): unknown {
  return JSON.parse(out.trim().split('\n').at(-1) ?? '');
}

function withoutSeconds(report: unknown): unknown {
  return { ...Object(report), seconds: undefined, rejectsFile: undefined };
}

describe('npm run load', () => {
  it('reads each kind of file compiled as it does from the sources', async () => {
    const kinds = [
      'good',
      'light-rag/ferry',
      'graph-rag/yard',
      'events/icews.tsv',
      'events/20230501.export.CSV',
      'rdf',
      'built',
    ];
    const paths = kinds.map((kind) => path.join(FIXTURES, kind));

    const compiled = await runCompiledLoad(data, [...paths, '--dry-run', '--json']);
    const fromSources = await runLoad(data, [...paths, '--dry-run', '--json']);

    expect(compiled.err).not.toContain('Module');
    expect(withoutSeconds(reportOf(compiled))).toEqual(withoutSeconds(reportOf(fromSources)));
    expect(reportOf(compiled)).toMatchObject({ created: { evidence: expect.any(Number) } });
  });

  it('loads the sample, and finds nothing new in it the second time', async () => {
    const first = await runLoad(data, [SAMPLE, '--json']);
    const second = await runLoad(data, [SAMPLE, '--json']);

    expect(first.code).toBe(0);
    const loads = [expect.stringMatching(/^l-[0-9a-f]{20}$/u)];
    const report = {
      read: 228,
      rejected: 0,
      rejectsFile: null,
      seconds: expect.any(Number),
      loads,
      notLoaded: [],
    };
    expect(reportOf(first)).toEqual({
      ...report,
      created: {
        entities: expect.any(Number),
        relations: expect.any(Number),
        evidence: 228,
        passages: 53,
        documents: 2,
      },
      unchanged: 0,
    });
    expect(second.code).toBe(0);
    expect(reportOf(second)).toEqual({ ...report, created: NOTHING, unchanged: 228 });
  });

  it('takes the good rows of a bad dataset, exits with 2, and writes the others down so that they can be mended and loaded', async () => {
    const bad = await runLoad(data, [
      path.join(FIXTURES, 'files', 'latin1.csv'),
      path.join(FIXTURES, 'bad-rows'),
      '--json',
    ]);
    const words = await runLoad(data, [path.join(FIXTURES, 'bad-rows')]);

    expect(bad.code).toBe(2);
    expect(reportOf(bad)).toMatchObject({ read: 26, rejected: 22, created: { evidence: 9 }, unchanged: 2 });
    expect(words.out).toContain("triples.csv:9 (modality): 'perhaps' is not allowed here");
    expect(words.out).toContain('and 2 more');
    const [name = ''] = (await readdir(path.join(data, 'rejects'))).filter((file) =>
      file.startsWith('bad-rows'),
    );
    const file = path.join(data, 'rejects', name);
    expect(words.out).toContain(file);
    const rejects = await readFile(file, 'utf8');
    expect(rejects.split('\n')[0]).toBe(
      'file,line,column,reason,subject,relation,object,about,start,end,place,modality,stance,confidence,attributed_to,document,paragraph,quote,url,reference,title,publisher,published,subject_kind,object_kind,row',
    );

    const mended = path.join(folder, 'mended.csv');
    const lines = rejects.split('\n').filter((line, index) => index === 0 || line.includes('perhaps'));
    await writeFile(mended, lines.join('\n').replaceAll('perhaps', 'future'));
    const again = await runLoad(data, [mended, '--json']);
    expect(again.err).not.toContain('columns that are not known');
    expect(reportOf(again)).toMatchObject({ read: 1, created: { evidence: 1 }, rejected: 0 });
  });

  it('neutralises formulas in the rejects file and takes them back when it is loaded', async () => {
    const file = path.join(folder, 'formula.csv');
    await writeFile(
      file,
      "subject,relation,object,modality\n=HYPERLINK(1),met,@bob,never\n'=x,met,'plain,never\n",
    );

    await runLoad(data, [file]);
    const [name = ''] = await readdir(path.join(data, 'rejects'));
    const rejects = await readFile(path.join(data, 'rejects', name), 'utf8');
    expect(rejects).toContain("'=HYPERLINK(1),met,'@bob");

    const mended = path.join(folder, 'mended.csv');
    await writeFile(mended, rejects.replaceAll('never', 'future'));
    await runLoad(data, [mended]);
    const store = await openStore({ engine: 'embedded', folder: data });
    const { entities } = await store.slice({
      seeds: [],
      depth: 0,
      limit: 10,
      types: [],
      classes: [],
      kinds: [],
      sources: [],
      modalities: [],
      grades: [],
      minEvidence: 0,
    });
    await store.close();
    expect([...entities.name].sort()).toEqual(["'=x", "'plain", '=HYPERLINK(1)', '@bob']);
  });

  it("joins GDELT's mentions to the events beside them, and stores nothing of its knowledge graph", async () => {
    const event = Array.from({ length: 61 }, () => '');
    event.splice(0, 2, '7', '20240501');
    event.splice(5, 3, 'NOR', 'NORWAY', 'NOR');
    event.splice(15, 3, 'SWE', 'SWEDEN', 'SWE');
    event.splice(26, 3, '040', '040', '04');
    const moment = '20240501001500';
    const mention = [
      '7',
      moment,
      moment,
      '1',
      'fog.example',
      'https://fog.example/1',
      '1',
      '',
      '',
      '',
      '1',
      '60',
    ];
    const record = [`${moment}-1`, moment, ...Array.from({ length: 25 }, () => 'fog')];
    const given = path.join(folder, 'gdelt');
    await mkdir(given);
    await writeFile(path.join(given, 'a.export.CSV'), event.join('\t'));
    await writeFile(path.join(given, 'a.mentions.CSV'), [...mention, '9', '-1', '', ''].join('\t'));
    await writeFile(path.join(given, 'a.gkg.csv'), record.join('\t'));

    const both = await runLoad(data, [given, '--json']);
    const graph = await runLoad(data, [path.join(given, 'a.gkg.csv'), '--json']);

    expect(reportOf(both)).toMatchObject({ read: 1, created: { evidence: 1, documents: 1, entities: 2 } });
    expect([both.code, graph.code]).toEqual([2, 2]);
    expect(graph.err).toContain("Load GDELT's events instead (*.export.CSV)");
    expect(reportOf(graph)).toMatchObject({ read: 0, created: NOTHING });
  });

  it('stores nothing in a dry run and says what would be refused', async () => {
    const dry = await runLoad(data, [path.join(FIXTURES, 'bad-rows'), '--dry-run']);
    const real = await runLoad(data, [path.join(FIXTURES, 'bad-rows'), '--json']);

    expect(dry.code).toBe(2);
    expect(dry.out).toContain('stored nothing');
    expect(dry.out).toContain('Refused: 22');
    expect(reportOf(real)).toMatchObject({ created: { evidence: 6 } });
  });

  it('loads what it can and exits with 1 when a path cannot be loaded at all', async () => {
    const run = await runLoad(data, [
      path.join(folder, 'nowhere'),
      path.join(FIXTURES, 'files', 'bare.csv'),
      '--json',
    ]);

    expect(run.code).toBe(1);
    expect(run.err).toContain('There is nothing at');
    expect(reportOf(run)).toMatchObject({ read: 3, created: { evidence: 3 } });
  });

  it('refuses an option that it does not know, and no path at all', async () => {
    const typo = await runLoad(data, ['--dryrun', SAMPLE]);
    const empty = await runLoad(data, []);

    expect([typo.code, empty.code]).toEqual([1, 1]);
    expect(typo.err).toContain('no option --dryrun');
    expect(empty.err).toContain('Nothing to load');
  });

  it('checks files without a store', async () => {
    const good = await runLoad(data, ['--check', SAMPLE]);
    const bad = await runLoad(data, ['--check', path.join(FIXTURES, 'bad-rows')]);

    expect([good.code, bad.code]).toEqual([0, 1]);
    expect(bad.err).toContain("'perhaps' is not allowed here");
    await expect(readdir(data)).rejects.toThrow(/ENOENT/u);
  });

  it('refuses a paragraph that changed, and the rows that cite it, since offsets would point at other words', async () => {
    const dataset = path.join(folder, 'good');
    await cp(path.join(FIXTURES, 'good'), dataset, { recursive: true });
    await runLoad(data, [dataset]);
    const document = path.join(dataset, 'documents', 'news.md');
    const text = await readFile(document, 'utf8');
    await writeFile(document, text.replace('[1] Ana', '[1] Yesterday Ana'));

    const run = await runLoad(data, [dataset, '--json']);

    expect(run.code).toBe(2);
    expect(reportOf(run)).toMatchObject({ read: 5, unchanged: 3, rejected: 3, created: NOTHING });
    expect(run.err).toContain('news.md:8: paragraph 1');
    expect(run.err).toContain('triples.csv:2 (document)');
  });

  it('stops behind the batch at hand on Ctrl-C, and goes on from there', async () => {
    const file = path.join(folder, 'many.csv');
    const rows = Array.from(
      { length: 24_000 },
      (_, at) => `person ${at % 500},knows,person ${(at * 7 + 1) % 500}`,
    );
    await writeFile(file, ['subject,relation,object', ...rows].join('\n'));
    const other = path.join(folder, 'other');

    const stopped = await interruptWhenStored(file);
    const resumed = await runLoad(data, [file]);
    const again = await runLoad(data, [file, '--json']);
    await runLoad(other, [file]);

    expect(stopped.code).toBe(1);
    expect(stopped.out).toContain('Run the same command again');
    expect(resumed.code).toBe(0);
    expect(resumed.out).toMatch(/Already stored: ([\d,]+) rows, \1 of them stored by the previous run/u);
    expect(reportOf(again)).toMatchObject({ read: 24_000, created: NOTHING, unchanged: 24_000, rejected: 0 });
    expect(await summaryOf(data)).toEqual(await summaryOf(other));
  });

  /** Interrupts the loader once the store has the first rows: the store is open in two processes then, as with a running app. */
  async function interruptWhenStored(file: string): Promise<LoadRun> {
    const running = runLoad(data, [file], (child) => {
      void untilStored().then(() => child.kill('SIGINT'));
    });
    return running;
  }

  async function untilStored(): Promise<void> {
    const store = await openStore({ engine: 'embedded', folder: data });
    for (;;) if ((await store.summary()).counts.evidence > 0) break;
    await store.close();
  }

  async function summaryOf(dataFolder: string) {
    const store = await openStore({ engine: 'embedded', folder: dataFolder });
    const summary = await store.summary();
    await store.close();
    return summary;
  }
});
