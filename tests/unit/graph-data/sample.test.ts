// Checks the files of the sample dataset as they lie there, without the loader.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

import { EntityKind } from '@/lib/model/entity';

import { readTable } from './read-table';

const Row = z.strictObject({
  subject: z.string(),
  relation: z.string(),
  object: z.string(),
  about: z.string(),
  start: z.string(),
  end: z.string(),
  place: z.string(),
  modality: z.enum(['', 'future', 'hypothetical']),
  stance: z.enum(['', 'denies']),
  attributed_to: z.string(),
  document: z.string(),
  paragraph: z.string(),
  quote: z.string().min(1),
});
type Row = z.infer<typeof Row>;

const EntityRow = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  kind: EntityKind,
  aliases: z.string(),
  same_as: z.string().regex(/^(https:\/\/www\.wikidata\.org\/wiki\/Q\d+)?$/),
  description: z.string(),
});

const FrontMatter = z.strictObject({
  title: z.string().min(1),
  author: z.string().min(1),
  publisher: z.string().min(1),
  published: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
  language: z.literal('en'),
  rights: z.string().min(1),
  note: z.string().regex(/digest in our own words/),
});

const SAMPLE = 'graph-data/us-china-2023';
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const documents = ['wu-shicun-track-2-dialogue', 'yu-xiaodong-right-time-to-talk'];

const entities = readTable(`${SAMPLE}/entities.csv`, EntityRow);
const triples = readTable(`${SAMPLE}/triples.csv`, Row);
const types = new Set(
  readTable('graph-data/vocabulary.csv', z.object({ type: z.string() })).map(({ type }) => type),
);
const passages = new Map(documents.flatMap((document) => readPassages(document)));
const ids = new Set(entities.map(({ id }) => id));
const relations = groupRows(triples);

describe('the sample', () => {
  it('has at least 60 entities, each id and each name once', () => {
    expect(ids.size).toBe(entities.length);
    expect(new Set(entities.map(({ name }) => name)).size).toBe(entities.length);
    expect(ids.size).toBeGreaterThanOrEqual(60);
  });

  it('gives no alias to two entities', () => {
    const aliases = entities.flatMap((entity) => entity.aliases.split('|').filter((alias) => alias !== ''));

    expect(new Set(aliases).size).toBe(aliases.length);
  });

  it('has at least 110 triples, none of them twice', () => {
    expect(new Set(triples.map((row) => JSON.stringify(row))).size).toBe(triples.length);
    expect(triples.length).toBeGreaterThanOrEqual(110);
  });

  it('knows every entity and every type that a triple names', () => {
    const named = triples.flatMap((row) => [row.subject, row.object, row.attributed_to]);

    expect(named.filter((id) => id !== '' && !ids.has(id))).toEqual([]);
    expect(triples.filter(({ relation }) => !types.has(relation))).toEqual([]);
  });

  it('finds every quote in its paragraph', () => {
    const lost = triples.filter((row) => !(passages.get(passageKey(row)) ?? '').includes(row.quote.normalize('NFC')));

    expect(lost).toEqual([]);
  });

  it('gives dates that exist, in order', () => {
    const dates = triples.flatMap(({ start, end }) => [start, end]).filter((date) => date !== '');

    expect(dates.length).toBeGreaterThanOrEqual(60);
    expect(dates.filter((date) => !DATE.test(date))).toEqual([]);
    expect(triples.filter(({ start, end }) => end !== '' && (start === '' || end < start))).toEqual([]);
  });

  it('tells the place and the modality of one relation in one way', () => {
    const torn = [...relations.values()].filter(
      (rows) => new Set(rows.map(({ place, modality }) => `${place} ${modality}`)).size > 1,
    );

    expect(torn).toEqual([]);
  });

  it('keeps both sides of the balloon, the reconnaissance flight and the interceptions', () => {
    const contested = [...relations.values()]
      .filter((rows) => new Set(rows.map(({ stance }) => stance)).size === 2)
      .map(([row]) => [row?.subject, row?.relation, row?.object]);

    expect(contested).toEqual(
      expect.arrayContaining([
        ['china', 'SPIED_ON', 'united-states'],
        ['united-states', 'INTRUDED_INTO', 'pla-navy-training-area'],
        ['china', 'ENDANGERED', 'united-states'],
      ]),
    );
  });

  it('says in its front matter whose article each document digests', () => {
    const matters = documents.map((document) => FrontMatter.parse(parse(readDocument(document).matter)));

    expect(matters.map(({ author, publisher }) => [author, publisher])).toEqual([
      ['Wu Shicun', 'China Daily'],
      ['Yu Xiaodong', 'NewsChina'],
    ]);
  });

  it('describes itself', () => {
    const dataset: unknown = JSON.parse(readFileSync(`${SAMPLE}/dataset.json`, 'utf8'));

    expect(dataset).toMatchObject({ id: 'us-china-2023', licence: 'Apache-2.0' });
  });
});

function groupRows(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(relationKey(row), [...(groups.get(relationKey(row)) ?? []), row]);
  return groups;
}

function relationKey({ subject, relation, object, about, start, end }: Row): string {
  return JSON.stringify([subject, relation, object, about, start, end]);
}

function passageKey({ document, paragraph }: Pick<Row, 'document' | 'paragraph'>): string {
  return `${document} ${paragraph}`;
}

function readDocument(document: string): { matter: string; body: string } {
  const text = readFileSync(`${SAMPLE}/documents/${document}.md`, 'utf8').normalize('NFC');
  const [, matter = '', body = ''] = text.split(/^---$/m);
  return { matter, body };
}

function readPassages(document: string): [string, string][] {
  const blocks = readDocument(document).body.trim().split(/\n\s*\n/);
  return blocks.map((block) => {
    const [, paragraph = '', text = ''] = /^\[(\d+)\] (.+)$/s.exec(block) ?? [];
    return [passageKey({ document, paragraph }), text.replaceAll('\n', ' ')];
  });
}
