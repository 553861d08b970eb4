import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { fieldOf } from '@/lib/ingest/json/json-value';
import { markNames } from '@/lib/ingest/spans/mark-names';
import { JsonSplitter } from '@/lib/ingest/json/split-json';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { cpuMs } from '../clock/cpu-clock';
import { fixture, readInput, type ReadInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-json-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function readText(name: string, content: string | Uint8Array): Promise<ReadInput> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return await readInput(file);
}

/** What a passage has marked, as words with the entity's id. */
function marksOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'passage'
      ? item.mentions.map(({ start, end }) => sliceCodePoints(item.passage.text, start, end))
      : [],
  );
}

function quotesOf(read: ReadInput): readonly string[] {
  return read.triples.flatMap(({ evidence: { passage, start, end } }) => {
    const item = read.items.find((each) => each.kind === 'passage' && each.passage.id === passage);
    if (item?.kind !== 'passage') return [];
    return [
      start === undefined || end === undefined ? '(all)' : sliceCodePoints(item.passage.text, start, end),
    ];
  });
}

const sentences = ({ items }: ReadInput): readonly string[] =>
  items.flatMap((item) =>
    item.kind === 'triple'
      ? [Object.values(item.wording).join(' ') + ` ${item.triple.relation.when?.start ?? ''}`]
      : [],
  );

describe('triples as lines of JSON', () => {
  it('are recognised whatever the file is called, and read under the names that people use', async () => {
    const read = await readInput(fixture('json/lines.txt'));

    expect(read.input.format).toBe('json');
    expect(sentences(read)).toEqual([
      'Ada Holm met Bo Lind 2024-05-02',
      'Bo Lind works for Harbour Council 2024',
      'Ada Holm criticised Harbour Council ',
      'Douglas wrote A book ',
      'Bo Lind visited Ystad ',
      'Bo Lind visited Lund 2024-06-01',
      'a met Bo Lind ',
      'b met Bo Lind ',
      'Ada Holm met Bo Lind ',
      'Ada Holm met Bo Lind ',
    ]);
    expect(read.input.notices()).toEqual([
      expect.stringContaining('Not read from the records: mood (1)'),
      'Unknown kinds, read as thing: gadget (1).',
      "In 1 row the start is left out, since there is no such day: '2024-02-30' (line 11).",
    ]);
  });

  it('are refused line by line, with what is wrong', async () => {
    const { rejects } = await readInput(fixture('json/lines.txt'));

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [8, '', expect.stringContaining('it is not JSON')],
      [9, 'subject', expect.stringContaining('the subject is empty')],
      [12, '', expect.stringContaining('it is not a triple')],
      [
        13,
        'evidence',
        expect.stringContaining('the span from 3 to 90 does not fit the text, which has 9 characters'),
      ],
      [14, 'evidence', expect.stringContaining('the unit furlong')],
      [15, 'subject', expect.stringContaining('NUL')],
      [16, 'subject', expect.stringContaining('lone surrogate')],
      [17, '', expect.stringContaining('it is not a triple')],
    ]);
    expect(rejects[0]?.row).toBe('{"subject":"Ada Holm","relation":"met","object":');
  });

  it('bring entities with kinds, ids and other names, and a passage in which those are marked', async () => {
    const read = await readInput(fixture('json/lines.txt'));
    const entities = read.items.flatMap((item) => (item.kind === 'entity' ? [item.entry] : []));
    const documents = read.items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));

    expect(
      entities
        .filter(({ declared }) => declared)
        .map(({ entity }) => [entity.id, entity.name, entity.kind, entity.aliases]),
    ).toEqual([
      [expect.stringMatching(/^e-/u), 'Ada Holm', 'person', ['A. Holm', 'Mayor Holm']],
      ['Q42', 'Douglas', 'thing', []],
      [expect.stringMatching(/^e-/u), 'A book', 'thing', []],
    ]);
    expect(marksOf(read)).toEqual(['Mayor Holm', 'Harbour Council']);
    expect(quotesOf(read)).toEqual(['Mayor Holm criticised the Harbour Council']);
    expect(documents).toMatchObject([
      { title: 'Harbour News', published: '2024-05-03', url: 'https://example.org/1' },
    ]);
  });
});

describe('triples as a list of JSON', () => {
  it('take names that mean something to JavaScript, formulas and numbers of any length as data', async () => {
    const read = await readInput(fixture('json/list.json'));

    expect(sentences(read).slice(0, 3)).toEqual([
      '__proto__ constructor toString ',
      '=1+1 said \u202eevil ',
      '9007199254740992 follows 9007199254740993 ',
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('have spans in characters, UTF-16 and bytes, which are told and brought into characters', async () => {
    const read = await readInput(fixture('json/list.json'));

    expect(quotesOf(read)).toEqual(['Zoë rates', 'the 😀 bar', 'Zoë', '(all)']);
    expect(read.input.notices()).toEqual([
      'Not read from the records: __proto__ (1).',
      'One span counted UTF-16 code units; converted to characters.',
      'One span counted UTF-8 bytes; converted to characters.',
      'One span did not match their words; the nearest occurrence of the same words was used.',
    ]);
  });

  it('lose only the record that is broken inside, and what stands behind a break of the list, told with line and column', async () => {
    const inside = await readInput(fixture('json/list.json'));
    const broken = await readText('broken.json', '[["a","met","b"],\n ["c","met","d"}, ["e","met","f"]]');
    const short = await readText('short.json', '[["a","met","b"],\n ["c","met"');

    expect(inside.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [11, expect.stringContaining('it is not JSON')],
    ]);
    expect(inside.triples.at(-1)?.evidence.line).toBe(12);
    expect(broken.triples).toHaveLength(1);
    expect(broken.rejects[0]?.reason).toContain("the document breaks in line 2, column 16: this '}' closes");
    expect(short.triples).toHaveLength(1);
    expect(short.rejects[0]?.reason).toContain(
      'the file ends, and the value that begins in line 2, column 2 does not',
    );
  });

  it('may be packed, in UTF-16, on one line, and of any length', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({
      subject: `Zoë ${at}`,
      relation: 'met',
      object: 'Bo',
    }));
    const text = JSON.stringify(rows);

    const packed = await readText('packed.csv', gzipSync(text));
    const wide = await readText(
      'wide.json',
      Buffer.from(`\ufeff${JSON.stringify(rows.slice(0, 5))}`, 'utf16le'),
    );

    expect(packed.triples).toHaveLength(20_000);
    expect(wide.triples).toHaveLength(5);
  });

  it('gives the same evidence the same id when a record is put before it', async () => {
    const text = '["a","met","b"]\n{"s":"c","p":"met","o":"d","text":"C met D."}';
    const before = await readText('order.json', text);
    const after = await readText('order.json', `["x","met","y"]\n${text}`);

    const idsOf = ({ triples }: ReadInput) => triples.map(({ evidence }) => evidence.id);
    expect(idsOf(after).slice(1)).toEqual(idsOf(before));
  });

  it.each([
    ['levels of brackets', `[["a","met","b"],${'['.repeat(3_000_000)}`, 'the file ends'],
    [
      'levels of brackets that end',
      `[["a","met","b"],${'['.repeat(200_000)}${']'.repeat(200_000)}]`,
      'more than 100 deep',
    ],
    ['a value of 70 MB', `[["a","met","b"],["${'x'.repeat(70_000_000)}"]]`, 'more than 64 MiB'],
    [
      'a line of brackets',
      `["a","met","b"]\n${'['.repeat(400_000)}${']'.repeat(400_000)}\n`,
      'more than 100 deep',
    ],
  ])('refuses a bomb of %s', async (_, text, reason) => {
    const file = path.join(folder, 'bomb.json');
    await writeFile(file, text);
    const { triples, rejects } = await readInput(file);

    expect(triples).toHaveLength(1);
    expect(rejects.map((reject) => reject.reason)).toEqual([expect.stringContaining(reason)]);
    expect(rejects[0]?.row.length).toBeLessThan(1_000_000);
  });

  it('refuses levels of brackets in time that grows with their number', async () => {
    const time = async (levels: number): Promise<number> => {
      const text = `[["a","met","b"],${'['.repeat(levels)}${']'.repeat(levels)}]`;
      const begun = cpuMs();
      expect((await readText('levels.json', text)).triples).toHaveLength(1);
      return cpuMs() - begun;
    };
    await time(30_000);

    expect(await time(2_000_000)).toBeLessThan(30 * (await time(200_000)));
  });
});

describe('values of JSON', () => {
  it('have only the members that stand there', () => {
    expect(fieldOf({}, 'constructor')).toBeUndefined();
    expect(fieldOf({ toString: 1 }, 'toString')).toBe(1);
  });

  it('are told to be too deep before they are read', () => {
    const [item] = new JsonSplitter('list').add(`[${'['.repeat(150)}${']'.repeat(150)}]`);

    expect(item?.problem).toContain('more than 100 deep');
  });
});

describe('names in a passage', () => {
  it('are marked as whole words, the longest of what overlaps', () => {
    const text = 'Paris Jean sang in Paris; Parisians heard Paris Jean.';
    const marks = markNames(text, [{ name: 'Paris' }, { name: 'Jean', aliases: ['Paris Jean'] }]);

    expect(marks.map(({ start, end, entity }) => `${text.slice(start, end)} (${entity.name})`)).toEqual([
      'Paris Jean (Jean)',
      'Paris (Paris)',
      'Paris Jean (Jean)',
    ]);
  });
});
