import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { EntityId } from '@/lib/model/ids';
import type { NameMatch } from '@/lib/model/name-match';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-ingest-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('a dataset folder', () => {
  it('gives types, entities, documents and triples in the order in which they can be stored', async () => {
    const { input, items, rejects } = await readInput(fixture('good'));

    const kinds = items.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
    expect(kinds).toEqual(['type', 'entity', 'document', 'passage', 'triple']);
    expect(input).toMatchObject({ dataset: 'harbour', title: 'The harbour' });
    expect(rejects).toEqual([]);
  });

  it('makes one relation with two pieces of evidence of two rows about the same', async () => {
    const { triples } = await readInput(fixture('good'));
    const [first, second] = triples;

    expect(second?.relation.id).toBe(first?.relation.id);
    expect(second?.evidence.id).not.toBe(first?.evidence.id);
    expect(second?.evidence).toMatchObject({
      stance: 'denies',
      attributedTo: 'Ana Lima',
      attributedToId: 'ana',
    });
  });

  it('finds each quote in its paragraph, in code points', async () => {
    const { items, triples } = await readInput(fixture('good'));
    const texts = new Map(
      items.flatMap((item) => (item.kind === 'passage' ? [[item.passage.id, item.passage.text]] : [])),
    );

    const quotes = triples.flatMap(({ evidence: { passage, start, end } }) =>
      passage === undefined || start === undefined || end === undefined
        ? []
        : [sliceCodePoints(texts.get(passage) ?? '', start, end)],
    );

    expect(quotes).toEqual([
      'Ana Lima met Bo Chen in Porto',
      'Ana Lima’s office denied it',
      'The Harbour Council praised the city of Porto',
      'Bo Chen “thanked” it',
    ]);
  });

  it('takes ids, names and aliases for entities, and makes one of a name that nobody knows', async () => {
    const { triples } = await readInput(fixture('good'));

    expect(triples.map(({ relation }) => relation.subject)).toEqual(['ana', 'ana', 'council', 'bo', 'bo']);
    expect(triples[4]?.entities).toEqual([
      {
        entity: { id: triples[4]?.relation.object, name: 'Nobody Else', kind: 'thing', aliases: [] },
        declared: false,
      },
    ]);
  });

  it('keeps as text who is cited and nobody knows', async () => {
    const { triples } = await readInput(fixture('good'));

    expect(triples[3]?.evidence.attributedTo).toBe('An unknown clerk');
    expect(triples[3]?.evidence.attributedToId).toBeUndefined();
  });

  it('cites file and line for a row that cites no document', async () => {
    const { triples } = await readInput(fixture('good'));

    expect(triples[4]?.evidence).toMatchObject({ file: 'harbour/triples.csv', line: 6 });
  });

  it('asks the store for names that it does not know itself', async () => {
    const asked: string[] = [];
    const known = EntityId.parse('nobody-else');

    const { triples } = await readInput(fixture('good'), {
      findNames: (names) => {
        asked.push(...names);
        const match: NameMatch = { id: known, name: 'Nobody Else', kind: 'person', by: 'name' };
        return Promise.resolve(new Map([['Nobody Else', [match]]]));
      },
    });

    expect(new Set(asked)).toEqual(new Set(['Nobody Else', 'An unknown clerk']));
    expect(triples[4]).toMatchObject({ relation: { object: 'nobody-else' }, entities: [] });
  });

  it('keeps the paragraph numbers that the text gives and joins the lines of a paragraph', async () => {
    const { items } = await readInput(fixture('good'));

    const passages = items.flatMap((item) => (item.kind === 'passage' ? [item.passage] : []));
    expect(passages.map(({ id }) => id)).toEqual(['news.1', 'news.3', 'news.7']);
    expect(passages[1]?.text).toBe(
      'The Harbour Council praised the city of Porto, and Bo Chen “thanked” it.',
    );
  });

  it('marks where passages name entities', async () => {
    const { items } = await readInput(fixture('good'));

    const mentions = items.flatMap((item) =>
      item.kind === 'passage'
        ? item.mentions.map(({ entity, start, end }) => [
            entity,
            sliceCodePoints(item.passage.text, start, end),
          ])
        : [],
    );
    expect(mentions).toEqual([
      ['ana', 'Ana Lima'],
      ['bo', 'Bo Chen'],
      ['porto', 'Porto'],
      ['ana', 'Ana Lima'],
      ['council', 'Harbour Council'],
      ['porto', 'Porto'],
      ['bo', 'Bo Chen'],
    ]);
  });

  it('marks names that only the triples give', async () => {
    const bare = path.join(folder, 'bare');
    await mkdir(path.join(bare, 'documents'), { recursive: true });
    await writeFile(path.join(bare, 'documents', 'a.md'), '# 北京 and José\n\nJosé spoke in 北京.\n');
    await writeFile(
      path.join(bare, 'triples.csv'),
      'subject,relation,object,document,paragraph,quote\nJose\u0301,spoke in,北京,a,2,José spoke in 北京\n',
    );

    const { items } = await readInput(bare);

    const counts = items.flatMap((item) => (item.kind === 'passage' ? [item.mentions.length] : []));
    expect(counts).toEqual([2, 2]);
  });

  it('gives the same ids and the same hash each time', async () => {
    const first = await readInput(fixture('good'));
    const second = await readInput(fixture('good'));

    expect(second.triples).toEqual(first.triples);
    expect(second.input.inputHash).toBe(first.input.inputHash);
  });

  it('lets its own vocabulary go over the base beside it', async () => {
    const own = path.join(folder, 'with-base', 'own');
    await mkdir(own, { recursive: true });
    await writeFile(path.join(own, '..', 'vocabulary.csv'), 'type,label\nMET,met\nSAW,saw\n');
    await writeFile(
      path.join(own, 'vocabulary.csv'),
      'type,label,class\nMET,met in person,verbal-cooperation\n',
    );
    await writeFile(path.join(own, 'triples.csv'), 'subject,relation,object\na,met in person,b\n');

    const { items, triples } = await readInput(own);

    const types = items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []));
    expect(types.map(({ type, label }) => [type, label])).toEqual([
      ['MET', 'met in person'],
      ['SAW', 'saw'],
    ]);
    expect(triples[0]?.relation.type).toBe('MET');
  });

  it('lends a vocabulary to a dataset without one, for the types that it uses', async () => {
    const { triples, items } = await readInput(fixture('files/bare.csv'), {
      baseVocabulary: path.join(fixture('good'), 'vocabulary.csv'),
    });
    const { triples: lent } = await readInput(fixture('no-vocabulary'), {
      baseVocabulary: path.join(fixture('good'), 'vocabulary.csv'),
    });

    expect(items.some(({ kind }) => kind === 'type')).toBe(false);
    expect(triples[0]?.types[0]).toMatchObject({ declared: false, type: { type: 'KNOWS', class: 'none' } });
    expect(lent[0]?.types[0]).toMatchObject({
      declared: false,
      type: { type: 'MET', class: 'verbal-cooperation' },
    });
  });

  it('refuses to follow links that lead out of the folder', async () => {
    const linked = path.join(folder, 'linked');
    await mkdir(path.join(linked, 'documents'), { recursive: true });
    await writeFile(path.join(folder, 'secret.md'), 'canary\n');
    await symlink(path.join(folder, 'secret.md'), path.join(linked, 'documents', 'a.md'));
    await writeFile(path.join(linked, 'documents', 'b.md'), 'Open to all.\n');
    await writeFile(
      path.join(linked, 'triples.csv'),
      'subject,relation,object,document,paragraph\na,met,b,a,1\na,met,b,b,1\na,met,b,../secret,1\n',
    );

    const { items, rejects, triples } = await readInput(linked);

    expect(JSON.stringify(items)).not.toContain('canary');
    expect(triples).toHaveLength(1);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [1, expect.stringContaining('leads out of')],
      [2, expect.stringContaining("document 'a' was refused itself")],
      [4, expect.stringContaining("there is no document '../secret'")],
    ]);
  });

  it('refuses triples, entities and documents that are links out of the folder', async () => {
    const outside = path.join(folder, 'outside.csv');
    await writeFile(outside, 'subject,relation,object,name\na,met,b,canary\n');
    for (const part of ['triples.csv', 'entities.csv', 'dataset.json', 'documents']) {
      const linked = await mkdtemp(path.join(folder, 'part-'));
      if (part !== 'triples.csv')
        await writeFile(path.join(linked, 'triples.csv'), 'subject,relation,object\na,met,b\n');
      await symlink(part === 'documents' ? folder : outside, path.join(linked, part));

      await expect(readInput(linked)).rejects.toThrow(/leads out of/u);
    }
  });
});
