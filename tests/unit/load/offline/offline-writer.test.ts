import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { hasTables, IMPORT_ARGUMENTS } from '@/lib/load/offline/import-arguments';
import { createOfflineWriter } from '@/lib/load/offline/offline-writer';
import { EntenteError } from '@/lib/model/entente-error';

import {
  cite,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createType,
  declare,
  imply,
  relate,
} from '../../../contract/batch.fixture';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-writer-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const pair = createBatch({
  types: [createType('MET')],
  entities: [imply('a', 'A'), imply('b', 'B')],
  relations: [relate('r', 'a MET b')],
  evidence: [citeLine(['v1', 'r'], 1)],
});

function argumentsIn(place: string): readonly string[] {
  return readFileSync(path.join(place, IMPORT_ARGUMENTS), 'utf8').trim().split('\n');
}

describe('the writer of tables', () => {
  it('takes a folder that is not there, and leaves tables and the arguments of the importer', async () => {
    const place = path.join(folder, 'not', 'there');
    const writer = createOfflineWriter(place);
    await writer.upsert(pair);
    expect(hasTables(place)).toBe(false);

    expect(writer.finish()).toEqual({ entities: 2, relations: 1, evidence: 1, passages: 0, documents: 0 });

    writer.close();
    expect(hasTables(place)).toBe(true);
    expect(readdirSync(place).sort()).toEqual(
      ['entities', 'evidence', 'loads', 'relations', 'store', 'types']
        .map((name) => `${name}.csv`)
        .concat(IMPORT_ARGUMENTS)
        .sort(),
    );
    expect(argumentsIn(place)).toContain('--nodes=Entity=entities.csv');
    expect(argumentsIn(place)).toContain('--array-delimiter=U+001F');
  });

  it('refuses a folder with something in it, and leaves that alone', () => {
    writeFileSync(path.join(folder, 'mine.txt'), 'mine');

    expect(() => createOfflineWriter(folder)).toThrow(EntenteError);
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it('leaves an empty folder when it is closed before it is finished', async () => {
    const writer = createOfflineWriter(folder);
    const documents = [createDocument('d')];
    const passages = [createPassage('d', 1, 'Long. '.repeat(60_000))];
    await writer.upsert({ ...pair, documents, passages });
    expect(readdirSync(folder)).toContain('passages.csv');

    writer.close();

    expect(readdirSync(folder)).toEqual([]);
  });

  it('counts a relation whose evidence is too much for memory piece by piece', async () => {
    const writer = createOfflineWriter(folder);
    await writer.upsert(pair);
    const long = 'x'.repeat(20_000);
    for (let round = 0; round < 2; round += 1) {
      for (let line = 0; line < 1_000; line += 1) {
        const place = line === 999 ? 'Geneva' : undefined;
        const relations = [relate('r', 'a MET b', place === undefined ? {} : { place })];
        await writer.upsert(
          createBatch({ relations, evidence: [citeLine([`w${line}`, 'r'], line + 1, long)] }),
        );
      }
    }

    expect(writer.finish()).toMatchObject({ relations: 1, evidence: 1_001 });

    const rows = readFileSync(path.join(folder, 'relations.csv'), 'utf8').trim().split('\n');
    expect(rows[1]).toBe('"a","b","MET","r",,,,,,"actual","Geneva","none",1001,1001,2,false,,,');
    writer.close();
  });

  it('chooses a delimiter for lists that is in no other name', async () => {
    const writer = createOfflineWriter(folder);
    await writer.upsert(createBatch({ entities: [declare('a', 'A', { aliases: ['\u001f', '\u001e!'] })] }));

    writer.finish();

    expect(argumentsIn(folder)).toContain('--array-delimiter=U+001D');
    writer.close();
  });

  it('tells the importer which tables have texts over several lines, and how long a row can be', async () => {
    const writer = createOfflineWriter(folder);
    await writer.upsert(
      createBatch({ entities: [declare('a', 'A', { description: `${'é'.repeat(3e6)}\r` })] }),
    );

    writer.finish();

    expect(argumentsIn(folder)).toContain('--multiline-fields=entities.csv');
    const size = argumentsIn(folder).find((each) => each.startsWith('--read-buffer-size='));
    expect(Number(size?.split('=')[1])).toBeGreaterThan(6e6);
    writer.close();
  });

  it.each([
    ['a type', { relations: [relate('r', 'a FLEW_TO b')], evidence: [citeLine(['v', 'r'], 1)] }],
    ['a relation', { evidence: [citeLine(['v', 'elsewhere'], 1)] }],
    [
      'a passage',
      { relations: [relate('r', 'a MET b')], evidence: [cite(['v', 'r'], createPassage('d', 1, 'Lost.'))] },
    ],
    ['half a letter', { entities: [declare('c', 'half \ud83d')] }],
  ])('refuses a batch with %s that cannot be written, and keeps nothing of it', async (_, parts) => {
    const writer = createOfflineWriter(folder);
    await writer.upsert(pair);

    await expect(writer.upsert(createBatch(parts))).rejects.toMatchObject({ failure: 'invalid' });

    expect(writer.isBroken()).toBe(false);
    expect(writer.finish()).toMatchObject({ entities: 2, evidence: 1 });
    writer.close();
  });

  it('says that it is broken when it cannot write', async () => {
    const writer = createOfflineWriter(folder);
    await writer.upsert(pair);
    rmSync(path.join(folder, 'gathered'), { recursive: true });
    const many = Array.from({ length: 3_000 }, (_, at) => imply(`e${at}`, 'long name '.repeat(500)));

    await expect(writer.upsert(createBatch({ entities: many }))).rejects.toMatchObject({
      failure: 'unavailable',
    });

    expect(writer.isBroken()).toBe(true);
    mkdirSync(path.join(folder, 'gathered'));
    writer.close();
  });
});
