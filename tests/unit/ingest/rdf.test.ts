import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { fixture, readInput, type ReadInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-rdf-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const harbour = fixture('rdf/harbour.trig');

async function readText(text: string, name = 'graph.txt'): Promise<ReadInput> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return readInput(file);
}

function sentencesOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'triple'
      ? [`${item.wording.subject} ${item.triple.relation.type} ${item.wording.object}`]
      : [],
  );
}

function entitiesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'entity' && item.entry.declared ? [item.entry.entity] : []));
}

describe('RDF', () => {
  it.each([
    ['Turtle', '@prefix ex: <http://e.org/> .\nex:a ex:met ex:b .', 'graph.csv'],
    ['Turtle as SPARQL writes prefixes', 'PREFIX ex: <http://e.org/>\nex:a ex:met ex:b .', 'graph.json'],
    ['N-Triples', '<http://e.org/a> <http://e.org/met> <http://e.org/b> .\n', 'graph.txt'],
    ['N-Quads', '# x\n_:a <http://e.org/met> <http://e.org/b> <http://e.org/g> .\n', 'graph.csv'],
  ])('is known by its content: %s', async (_, text, name) => {
    const { input, triples } = await readText(text, name);

    expect(input.format).toBe('rdf');
    expect(triples).toHaveLength(1);
  });

  it('names entities by their labels, in English first, and keeps the others as other names', async () => {
    const entities = entitiesOf(await readInput(harbour));

    expect(entities.find(({ name }) => name === 'Anne Lima')).toMatchObject({
      kind: 'person',
      aliases: ['Ana Lima', '安娜'],
      description: 'A rower.',
    });
    expect(entities.find(({ name }) => name === 'Bo Chen')).toMatchObject({
      kind: 'person',
      sameAs: 'http://www.wikidata.org/entity/Q5',
    });
    expect(entities.find(({ id }) => id === 'Q36433')).toMatchObject({ name: 'Porto', kind: 'place' });
    expect(entities.map(({ name }) => name).sort()).toEqual([
      'Anne Lima',
      'Bo Chen',
      'Porto',
      'Porto Town',
      'The Paper',
      'a mill',
    ]);
  });

  it('makes a relation of each statement that joins two resources', async () => {
    expect(sentencesOf(await readInput(harbour))).toEqual([
      'Anne Lima PRAISED Bo Chen',
      'Anne Lima ROWED_WITH Bo Chen',
      'Bo Chen PRAISED Anne Lima',
      'Porto Town NEAR a mill',
      'Anne Lima VISITED Porto',
    ]);
  });

  it('cites what annotations quote, with the whole quote marked and its date', async () => {
    const { items, triples } = await readInput(harbour);

    const [document] = items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
    const [passage] = items.flatMap((item) => (item.kind === 'passage' ? [item.passage] : []));
    expect(document).toMatchObject({ title: 'A good day', url: 'https://example.org/news/1' });
    expect(passage).toMatchObject({ document: document?.id, text: 'Ana Lima praised Bo Chen 🙂.' });
    expect(triples[0]?.evidence).toMatchObject({ passage: passage?.id, start: 0, end: 27 });
    expect(triples[0]?.relation.when).toEqual({ start: '2023-05-19', precision: 'day' });
  });

  it('takes a named graph as the source of what stands in it', async () => {
    const { items, triples } = await readInput(harbour);

    const document = items.flatMap((item) => (item.kind === 'document' ? [item.document] : [])).at(-1);
    const passage = items.flatMap((item) => (item.kind === 'passage' ? [item.passage] : [])).at(-1);
    expect(document).toMatchObject({
      title: 'Harbour News',
      url: 'http://example.org/news',
      publisher: 'The Paper',
      published: '2023-06',
    });
    expect(passage).toMatchObject({ document: document?.id, text: 'A weekly of the harbour.' });
    expect(triples.at(-1)?.evidence).toMatchObject({ passage: passage?.id });
    expect(triples.at(-1)?.evidence.start).toBeUndefined();
  });

  it('cites file and line for a statement without a source', async () => {
    const { triples } = await readInput(harbour);

    expect(triples[1]?.evidence).toMatchObject({ file: 'harbour.trig', line: 15 });
  });

  it('takes the words of a predicate from its label, and its symmetry', async () => {
    const { items } = await readInput(harbour);

    expect(
      items.flatMap((item) => (item.kind === 'type' && item.entry.declared ? [item.entry.type] : [])),
    ).toMatchObject([{ type: 'ROWED_WITH', label: 'rowed with', symmetric: true }]);
  });

  it('tells what is no relation, with counts', async () => {
    const { input } = await readInput(harbour);

    expect(input.notices()).toEqual([
      'Values are not read, only names, descriptions and dates: born (1).',
      'Statements about classes, properties and annotations are not read: type (1).',
      'Lists are not read: first (2), rest (2), friends (1).',
      'Not read from the annotations of statements: confidence (2).',
      '1 statements are quoted, but neither made in the file nor given a source: they are no relations.',
    ]);
  });

  it('refuses only the bad lines of N-Triples', async () => {
    const read = await readInput(fixture('rdf/bad-lines.nt'));

    expect(sentencesOf(read)).toEqual(['a MET =B', '_:m MET a', 'a SUED =B']);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'it contains a NUL character; remove it'],
      [3, expect.stringMatching(/^it is not RDF as it should stand here: /u)],
      [6, expect.stringMatching(/^it is not RDF as it should stand here: /u)],
    ]);
    expect(read.rejects[1]?.row).toContain('<http://example.org/c>');
  });

  it('keeps what stands before an error in Turtle, and says from where on nothing is read', async () => {
    const read = await readText('@prefix : <http://e.org/> .\n:a :met :b .\n:a :met ] .\n:a :met :c .\n');

    expect(sentencesOf(read)).toEqual(['a MET b']);
    expect(read.rejects).toMatchObject([
      { line: 3, row: ':a :met ] .', reason: expect.stringMatching(/nothing from here on is read/u) },
    ]);
  });

  it('reads Turtle that looks like N-Triples but for its prefixes', async () => {
    const line = '<http://e.org/a> <http://e.org/met> <http://e.org/b> .\n';
    const read = await readText(`@prefix ex: <http://e.org/> .\n${line.repeat(5)}ex:a ex:met ex:b .`);

    expect(read.triples).toHaveLength(6);
    expect(read.rejects).toEqual([]);
  });

  it('gives the same ids for the same resources in another file, and others for blank nodes', async () => {
    const text = '<http://e.org/a> <http://e.org/met> <http://e.org/b> .\n_:x <http://e.org/met> _:y .\n';
    const one = await readText(text, 'one.nt');
    const other = await readText(text, 'other.nt');

    expect(one.triples[0]?.relation.id).toBe(other.triples[0]?.relation.id);
    expect(one.triples[1]?.relation.id).not.toBe(other.triples[1]?.relation.id);
  });

  it('gives the same pieces each time that it is read', async () => {
    const { input, items } = await readInput(harbour);
    const again: unknown[] = [];
    for await (const some of input.items()) again.push(...some);

    expect(again).toEqual(items);
  });

  it('takes hostile names as names and nests no deeper than it can', async () => {
    const names = ['__proto__', 'constructor', '\u202eevil', "'; MATCH (n) DETACH DELETE n", '<script>'];
    const label = '<http://www.w3.org/2000/01/rdf-schema#label>';
    const lines = names.map((name, index) => `<urn:x:${index}> ${label} ${JSON.stringify(name)} .`);
    const deep = `${'<<( <urn:a> <urn:b> '.repeat(50)}<urn:c>${' )>>'.repeat(50)}`;
    const read = await readText([...lines, `<urn:x:0> <urn:says> ${deep} .`].join('\n'));

    expect(entitiesOf(read).map(({ name }) => name)).toEqual(names);
    expect(read.rejects).toMatchObject([{ line: names.length + 1 }]);
  });

  it('reads rdf:Statement as well', async () => {
    const read = await readText(`@prefix : <http://e.org/> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
[] a rdf:Statement ; rdf:subject :a ; rdf:predicate :met ; rdf:object :b ; dct:source <http://e.org/log> .`);

    expect(sentencesOf(read)).toEqual(['a MET b']);
    expect(read.items.filter(({ kind }) => kind === 'document')).toMatchObject([
      { document: { url: 'http://e.org/log' } },
    ]);
  });
});
