import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { call } from '@/lib/api/call';
import { loadsEndpoint, UndoEvent } from '@/lib/api/datasets-endpoint';
import { formatsEndpoint } from '@/lib/api/formats-endpoint';
import { searchEndpoint } from '@/lib/api/search-endpoint';
import { summaryEndpoint } from '@/lib/api/summary-endpoint';
import { formats } from '@/lib/ingest/formats';

import { ask, readLines, signIn, type Answer } from './setup/ask';
import { beginUpload, openPart, readEvents, readReport, sendFiles } from './setup/send-files';
import { startServer, type TestServer } from './setup/start-server';

const MANY = 60_000;

let server: TestServer;
let admin: Record<string, string>;

beforeAll(async () => {
  server = await startServer();
  admin = await signIn(server);
}, 240_000);

afterAll(async () => {
  await server.stop();
});

const summary = () => call(summaryEndpoint, {}, { origin: server.origin });
const loads = () => call(loadsEndpoint, {}, { origin: server.origin, headers: admin });
const load = (files: Parameters<typeof sendFiles>[2]['files'], query = '') =>
  sendFiles(server, admin, { files, query });

async function undo(id: string): Promise<Answer> {
  return await ask(server, `/api/admin/datasets/${id}`, { method: 'DELETE', headers: admin });
}

/** What is left of uploads on the disk. */
async function findUploads(): Promise<string[]> {
  return await readdir(path.join(server.data, 'uploads')).catch(() => []);
}

const folder = [
  { name: 'talks/dataset.json', text: '{"id":"talks","title":"Talks"}' },
  { name: 'talks/entities.csv', text: 'id,name,kind\nli,李尚福,person\n' },
  {
    name: 'talks/documents/note.md',
    text: '---\ntitle: A note\npublisher: Tests\npublished: 2024-01-05\nlanguage: en\n---\n\nAda Byron met 李尚福 in Geneva.\n',
  },
  {
    name: 'talks/triples.csv',
    text: 'subject,relation,object,start,document,paragraph,quote\nAda Byron,MET,李尚福,2024-01-04,note,1,met 李尚福\n',
  },
];

describe('a preview', () => {
  it('says what was recognised, in sentences, and stores nothing', async () => {
    const before = await summary();

    const report = readReport(
      await load(
        [
          {
            name: 'talks.csv',
            text: 'Source,Relation,Target,Date,Stance\nAda Byron,MET,China,2024-02-03,perhaps\nAda Byron,MET,Qin Gang,2024-02-03,\n',
          },
        ],
        '?dryRun=true',
      ),
    );

    expect(report.inputs).toMatchObject([
      { path: 'talks.csv', dataset: 'talks', format: 'a table of triples' },
    ]);
    expect(report.inputs[0]?.columns).toContainEqual({ field: 'subject', column: 'Source' });
    expect(report.inputs[0]?.sentences).toEqual(['Ada Byron met Qin Gang, 3 February 2024']);
    expect(report).toMatchObject({ created: { entities: 1, relations: 1, evidence: 1 }, rejected: 1 });
    expect(report.reasons).toMatchObject([{ count: 1, column: 'stance' }]);
    expect(report.shownRejects).toMatchObject([{ file: 'talks.csv', line: 2 }]);
    expect(await summary()).toEqual(before);
    expect(await loads()).toMatchObject({ total: 1 });
  });

  it('says of what is nothing to load why', async () => {
    const report = readReport(await load([{ name: 'empty/notes.bin', text: '\u0000' }], '?dryRun=true'));

    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]?.path).toBe('empty');
    expect(report.failures[0]?.message).not.toContain(server.data);
  });
});

describe('a load', () => {
  it('takes a folder, tells how far it is, and the graph holds it', async () => {
    const before = await summary();

    const answer = await load(folder);

    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    expect(readReport(answer)).toMatchObject({
      created: { evidence: 1, relations: 1, passages: 1, documents: 1 },
      rejected: 0,
      inputs: [{ path: 'talks', dataset: 'talks' }],
    });
    expect((await summary()).counts.evidence).toBe(before.counts.evidence + 1);
    const found = await call(searchEndpoint, { q: '李尚福' }, { origin: server.origin });
    expect(found.entities.map(({ id }) => id)).toContain('li');
  });

  it('creates nothing the second time', async () => {
    readReport(await load(folder));

    const second = readReport(await load(folder));

    expect(second).toMatchObject({ created: { entities: 0, relations: 0, evidence: 0 }, unchanged: 1 });
  });

  it('takes the files of a dataset without their folder as that dataset', async () => {
    readReport(await load(folder));

    const bare = readReport(
      await load(folder.map(({ name, text }) => ({ name: name.replace('talks/', ''), text }))),
    );

    expect(bare).toMatchObject({ created: { evidence: 0 }, inputs: [{ dataset: 'talks' }], failures: [] });
  });

  it('asks for the folder of a graph whose files come one by one', async () => {
    const workspace = path.join(__dirname, '../fixtures/ingest/light-rag/ferry');
    const names = (await readdir(workspace)).filter((name) => path.extname(name) !== '');
    const files = await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(path.join(workspace, name), 'utf8') })),
    );

    const loose = await load(files, '?dryRun=true');
    const whole = readReport(
      await load(
        files.map(({ name, text }) => ({ name: `ferry/${name}`, text })),
        '?dryRun=true',
      ),
    );

    expect(loose.status).toBe(400);
    expect(loose.text).toContain('Choose the folder that holds them');
    expect(whole).toMatchObject({ inputs: [{ path: 'ferry', dataset: 'ferry' }], failures: [] });
    expect(whole.created.passages).toBeGreaterThan(0);
  });

  it('gives the refused rows as a file that can be mended', async () => {
    const report = readReport(
      await load([{ name: 'mixed.csv', text: 'subject,relation,object,stance\nA,MET,B,\nA,MET,C,never\n' }]),
    );

    const answer = await ask(server, `/api/admin/rejects/${report.rejects?.id ?? ''}`, { headers: admin });

    expect(report).toMatchObject({ rejected: 1, created: { evidence: 1 } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('.csv');
    expect(answer.text).toMatch(/^file,line,column,reason,subject.*\n"?mixed\.csv"?,3,stance,/u);
    expect(answer.text).not.toContain(server.data);
  });

  it('is listed with what it brought, and undone without a trace', async () => {
    const before = await summary();
    const report = readReport(
      await load([{ name: 'short.csv', text: 'subject,relation,object\nNew One,MET,New Two\n' }]),
    );
    const id = report.inputs[0]?.load ?? '';
    expect((await loads()).loads).toContainEqual(
      expect.objectContaining({ id, dataset: 'short', evidence: 1 }),
    );

    const answer = await undo(id);

    const last = UndoEvent.parse(readLines(answer).at(-1));
    expect(last).toMatchObject({ undone: { removed: { entities: 2, relations: 1, evidence: 1 }, kept: 0 } });
    expect(await summary()).toEqual(before);
    expect((await loads()).loads.map((each) => each.id)).not.toContain(id);
    expect((await undo(id)).status).toBe(404);
  });

  it('leaves nothing of the files behind', async () => {
    readReport(await load(folder));

    expect(await findUploads()).toEqual([]);
  });
});

describe('two at once', () => {
  it('are one, and a sentence for the other; a load that breaks off makes way', async () => {
    const slow = beginUpload(server, admin);
    slow.write(openPart('slow.csv'));
    await until(async () => (await findUploads()).length === 1);

    const second = await load(folder);
    slow.destroy();
    await until(async () => (await findUploads()).length === 0);
    const third = await load(folder);

    expect(second.status).toBe(409);
    expect(second.json()).toMatchObject({
      detail: expect.stringContaining('Another load or undo is running'),
    });
    expect(third.status).toBe(200);
  });
});

describe('a client that goes away', () => {
  it('in the middle of a request is a line of the log, and no error', async () => {
    const before = server.readLog().length;
    const request = beginUpload(server, admin);
    request.write(openPart('broken-off.csv'));
    await until(async () => (await findUploads()).length === 1);

    request.destroy();
    await until(() => Promise.resolve(server.readLog().slice(before).includes('"status":499')));

    const log = server.readLog().slice(before);
    expect(log).not.toMatch(/"level":[4-6]0/u);
    expect(log).not.toContain('"status":500');
    expect(await findUploads()).toEqual([]);
  });

  it('ends the load behind the batch at hand', async () => {
    await leave('long.csv', /"rows":[1-9]/u);

    const { loads: stored } = await loads();
    const long = stored.find(({ dataset }) => dataset === 'long');
    const undone = await undo(long?.id ?? '');

    expect(long?.row).toBeLessThan(MANY);
    expect(UndoEvent.parse(readLines(undone).at(-1))).toHaveProperty('undone');
    expect(await findUploads()).toEqual([]);
  }, 120_000);

  it('ends the opening of a file, so that not all of it is stored', async () => {
    await leave('unopened.csv', /"opening"/u);
    await until(async () => (await findUploads()).length === 0);

    const { loads: stored } = await loads();
    expect(stored.filter(({ dataset, row }) => dataset === 'unopened' && row === MANY)).toEqual([]);
  }, 120_000);
});

describe('the formats', () => {
  it('are those that the loader has, with how much may be sent', async () => {
    const answer = await call(formatsEndpoint, {}, { origin: server.origin, headers: admin });

    expect(answer.formats.map(({ name }) => name)).toEqual(formats.map(({ name }) => name));
    expect(answer.limits).toEqual({ bytes: 1_073_741_824, files: 10_000 });
  });
});

it('tells of progress in rows and share, never backwards', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `P ${at % 100},MET,Q ${at % 90}\n`).join('');

  const events = readEvents(
    await load([{ name: 'many.csv', text: `subject,relation,object\n${rows}` }], '?dryRun=true'),
  );

  const shares = events.flatMap((event) => ('progress' in event ? [event.progress.share] : []));
  expect(shares.length).toBeGreaterThan(0);
  expect(events).toContainEqual({
    progress: { rows: 0, share: 0, opening: { path: 'many.csv', bytes: expect.any(Number) } },
  });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
}, 60_000);

/** Sends a table of many rows, and goes away once the answer has a line that fits. */
async function leave(name: string, line: RegExp): Promise<void> {
  const rows = Array.from({ length: MANY }, (_, at) => `Left ${at},MET,Right ${at}\n`).join('');
  const request = beginUpload(server, admin);
  const answered = new Promise<void>((resolve, reject) => {
    request.once('response', (response) => {
      response.on('data', (lines) => {
        if (!line.test(String(lines))) return;
        request.destroy();
        resolve();
      });
      response.on('error', () => undefined);
    });
    request.once('error', reject);
  });
  request.end(`${openPart(name)}subject,relation,object\n${rows}\r\n--entente-test-boundary--\r\n`);
  await answered;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
