import { describe, expect, it } from '@jest/globals';

import { createSurvey } from '@/lib/ingest/extracted/built-graph';
import { isDatabaseAddress, parseAddress } from '@/lib/ingest/neo4j-source/address';
import type { DatabaseSurvey } from '@/lib/ingest/neo4j-source/database-survey';
import { builders } from '@/lib/ingest/extracted/builders';
import { toMappedBuilder } from '@/lib/ingest/neo4j-source/mapped-builder';
import { createNodeKeys } from '@/lib/ingest/neo4j-source/node-keys';

describe('the address of a database', () => {
  it.each(['neo4j://host', 'bolt://host:7687', 'neo4j+s://a.b:1', 'bolt+s://host', 'NEO4J+SSC://host'])(
    'is known by its scheme: %s',
    (given) => {
      expect(isDatabaseAddress(given)).toBe(true);
    },
  );

  it.each(['neo4j', './neo4j:/host', 'https://host:7474', '/data/bolt.csv'])('is none: %s', (given) => {
    expect(isDatabaseAddress(given)).toBe(false);
  });

  it('has a port, the usual one where it names none, and also where the host is a number', () => {
    expect(parseAddress('neo4j+s://db.example.org')).toEqual({
      host: 'db.example.org:7687',
      address: 'neo4j+s://db.example.org:7687',
    });
    expect(parseAddress('BOLT://[::1]:7688/').address).toBe('bolt://[::1]:7688');
  });

  it('is refused with a password in it, which is not repeated', () => {
    const parse = (): unknown => parseAddress('neo4j://ana:pa55@host:7687');

    expect(parse).toThrow(/do not belong into the address/u);
    expect(parse).not.toThrow(/pa55|ana/u);
  });

  it('is refused with a path, which says where the database is named', () => {
    expect(() => parseAddress('neo4j://host:7687/ferries')).toThrow(/goes on with 'ferries'.*--database/u);
    expect(() => parseAddress('neo4j://')).toThrow(/no address of a database/u);
  });
});

describe('what a person says of a database', () => {
  const survey: DatabaseSurvey = {
    ...createSurvey(),
    labels: new Set(['Snippet', 'Report', 'Captain']),
    types: new Set(['NAMED_IN']),
    keys: new Set(['body', 'heading', 'fullname']),
    labelKeys: new Set(['Snippet.body', 'Report.heading', 'Captain.fullname']),
    nodeIds: [],
    relationshipIds: [],
    counts: new Map(),
    patterns: new Map(),
  };
  const build = (columns: Readonly<Record<string, string>>, header?: boolean) =>
    toMappedBuilder({ columns, ...(header === undefined ? {} : { header }) }, survey);

  it('says which nodes are texts, documents and entities of a kind', () => {
    const { chunk, structure, kinds, names, titles } = build({
      passage: 'Snippet.body',
      document: 'Report.heading',
      person: 'Captain',
      name: 'fullname|heading',
    });

    expect([chunk.label, chunk.text, structure, titles]).toEqual([
      'Snippet',
      ['body'],
      ['Report'],
      ['heading'],
    ]);
    expect([...(kinds ?? [])]).toEqual([['Captain', 'person']]);
    expect(names).toEqual(['fullname', 'heading']);
  });

  it.each([
    [{ passage: 'Snippet' }, /passage=Snippet lacks the property/u],
    [{ passage: 'Snippet.text' }, /no property 'Snippet\.text'\. It has: Snippet\.body/u],
    [{ passage: 'Snippet.body|Report.heading' }, /passage takes one label, and 2 are given/u],
    [{ person: 'Capitain' }, /no label 'Capitain'\. It has: Captain, Report, Snippet/u],
    [{ mentions: 'NAMED' }, /no relationship 'NAMED'\. It has: NAMED_IN/u],
    [{ name: 'nom' }, /no property 'nom'/u],
    [{ subject: 'Captain' }, /does not know subject for a database/u],
  ])('is refused where the database has it not: %j', (columns, message) => {
    expect(() => build(columns)).toThrow(message);
  });

  it('knows no header', () => {
    expect(() => build({ name: 'fullname' }, false)).toThrow(/leave --no-header out/u);
  });
});

describe('by what nodes are known from load to load', () => {
  const keysFor = (name: string) => {
    const builder = builders.find((each) => each.name === name);
    if (builder === undefined) throw new Error(`There is no tool '${name}'.`);
    return createNodeKeys(builder);
  };
  const node = (labels: readonly string[], attributes: Readonly<Record<string, string>>) => ({
    id: '',
    labels,
    attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, [value]])),
    file: '',
    line: 1,
    raw: '',
  });

  it('is what the tool calls their id, and never the id of the database', () => {
    const { keyOf, notices } = keysFor('Graphiti');

    expect(keyOf(node(['Entity'], { uuid: 'u1', name: 'Mira' }), '4:x:0')).toBe('u1');
    expect(notices()).toEqual([]);
  });

  it('is the name and the labels where another has the name, without changing the older one', () => {
    const { keyOf, notices } = keysFor('LangChain');

    const keys = [
      keyOf(node(['City'], { id: 'Lund' }), '4:x:0'),
      keyOf(node(['Person'], { id: 'Lund' }), '4:x:1'),
    ];

    expect(keys).toEqual(['Lund', 'Lund\u001fPerson']);
    expect(notices()).toEqual([]);
  });

  it('is the id of the database where nothing else tells them apart, which is told', () => {
    const { keyOf, notices } = keysFor('neo4j-graphrag');

    const keys = ['0', '1', '2'].map((id) => keyOf(node(['Person'], { name: 'Ana' }), id));

    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toContain('2');
    expect(notices()).toEqual([expect.stringContaining("nothing but the database's own ids tell apart: 1.")]);
  });

  it('is the text of a chunk without an id', () => {
    const one = keysFor('neo4j-graphrag').keyOf(node(['Chunk'], { text: 'Ana met Bo.' }), '4:x:7');
    const other = keysFor('neo4j-graphrag').keyOf(node(['Chunk'], { text: 'Ana met Bo.' }), '4:y:9');

    expect(one).toBe(other);
  });
});
