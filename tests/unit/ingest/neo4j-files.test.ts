import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { fixture, readInput, type ReadInput } from './read-input';

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

function refusalsOf({ rejects }: ReadInput) {
  return rejects.map(({ line, column, reason }) => [line, column, reason]);
}

describe('a graph of Neo4j as JSON', () => {
  const harbour = fixture('apoc-json/harbour.json');

  it('gives nodes as entities, with their kinds from labels, and relationships as relations', async () => {
    const read = await readInput(harbour);

    expect(read.input.format).toBe('apoc-json');
    expect(entitiesOf(read)).toMatchObject([
      { name: 'Ana Lima', kind: 'person', aliases: ['A. Lima', '安娜'] },
      { name: 'Harbour Ltd', kind: 'organisation' },
      { name: '=1+1', kind: 'thing' },
    ]);
    expect(sentencesOf(read)).toEqual(['Ana Lima PRAISED Harbour Ltd', 'Ana Lima ROWED_FOR Harbour Ltd']);
  });

  it('takes the words of a relationship as its passage, and its date', async () => {
    const { items, triples } = await readInput(harbour);

    const [passage] = items.flatMap((item) => (item.kind === 'passage' ? [item.passage] : []));
    expect(passage?.text).toBe('Ana Lima praised Harbour Ltd 🙂.');
    expect(triples[0]).toMatchObject({
      relation: { when: { start: '2023-05-19' } },
      evidence: { passage: passage?.id, start: 0, end: 31 },
    });
    expect(triples[1]?.evidence).toMatchObject({ file: 'harbour.json', line: 4 });
  });

  it('refuses bad records one by one', async () => {
    expect(refusalsOf(await readInput(harbour))).toEqual([
      [6, 'id', "the id '1' is already that of another node"],
      [9, 'name', 'it contains a NUL character; remove it'],
      [5, 'object', "there is no node '7' that could be used; add it or correct the edge"],
      [7, '', 'it is neither a node nor a relationship; its type has to say which'],
      [8, '', expect.stringMatching(/^it is not JSON/u)],
    ]);
  });

  it('tells which properties are not read', async () => {
    expect((await readInput(harbour)).input.notices()).toEqual([
      'Not read from the nodes: born (1), home (1).',
      'Not read from the edges: weight (1).',
    ]);
  });
});

describe('a graph of our own, exported from Neo4j', () => {
  it('comes back with the same entities, relations, documents, passages, mentions and evidence', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'entente-own-'));
    try {
      const before = await readInput(fixture('good'));
      const file = path.join(folder, 'export.json');
      await writeFile(file, toExport(before).join('\n'));
      const after = await readInput(file);

      expect(after.rejects).toEqual([]);
      expect(after.input.format).toBe('apoc-json');
      for (const kind of ['entity', 'type', 'document', 'passage'] as const) {
        const partOf = ({ items }: ReadInput) =>
          items.flatMap((item) =>
            item.kind === kind
              ? [JSON.stringify({ ...item, file: '', line: 0 }).replace(/"declared":\w+/u, '')]
              : [],
          );
        expect([kind, partOf(after).sort()]).toEqual([kind, partOf(before).sort()]);
      }
      expect(after.triples.map(({ relation }) => relation)).toEqual(
        before.triples.map(({ relation }) => relation),
      );
      const cited = ({ triples }: ReadInput) =>
        triples.flatMap(({ evidence }) => (evidence.passage === undefined ? [] : [evidence.id]));
      expect(cited(after)).toEqual(cited(before));
      expect(after.triples).toHaveLength(before.triples.length);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('comes back with grades and statements, each grade a piece of evidence of its own', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'entente-own-'));
    try {
      const before = await readInput(fixture('good'));
      const more = { grade: 'co-mention', statement: 'They are said to have met.' } as const;
      const items = before.items.map((item) =>
        item.kind === 'triple'
          ? { ...item, triple: { ...item.triple, evidence: { ...item.triple.evidence, ...more } } }
          : item,
      );
      const [file, plain] = ['graded.json', 'plain.json'].map((name) => path.join(folder, name));
      await writeFile(file ?? '', toExport({ ...before, items }).join('\n'));
      await writeFile(plain ?? '', toExport(before).join('\n'));
      const [graded, ungraded] = [await readInput(file ?? ''), await readInput(plain ?? '')];
      const citing = ({ triples }: ReadInput) =>
        triples.map(({ evidence }) => evidence).filter(({ passage }) => passage !== undefined);

      expect(citing(graded)).toHaveLength(citing(ungraded).length);
      expect(citing(graded).length).toBeGreaterThan(0);
      for (const evidence of citing(graded)) expect(evidence).toMatchObject(more);
      const ids = new Set<string>(citing(ungraded).map(({ id }) => id));
      expect(citing(graded).filter(({ id }) => ids.has(id))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** The lines that APOC would write of the graph that an input makes. */
function toExport({ items }: ReadInput): readonly string[] {
  const lines: unknown[] = [];
  const node = (id: string, labels: readonly string[], properties: object): void => {
    lines.push({ type: 'node', id, labels, properties });
  };
  const join = (label: string, [start, end]: readonly [string, string], properties: object): void => {
    lines.push({ type: 'relationship', id: 'x', label, properties, start: { id: start }, end: { id: end } });
  };
  for (const item of items) {
    if (item.kind === 'type') node(item.entry.type.type, ['RelationType'], item.entry.type);
    if (item.kind === 'entity') node(item.entry.entity.id, ['Entity', 'Thing'], item.entry.entity);
    if (item.kind === 'document') node(`d${item.document.id}`, ['Document'], item.document);
    if (item.kind === 'passage') {
      const { id, index, text, document } = item.passage;
      node(`p${id}`, ['Passage'], { id, index, text });
      join('PART_OF', [`p${id}`, `d${document}`], {});
      for (const { entity, start, end } of item.mentions)
        join('MENTIONS', [`p${id}`, entity], { start, end });
    }
    if (item.kind === 'triple') {
      const { relation, evidence } = item.triple;
      const { subject, object, type, when, ...rest } = relation;
      join(type, [subject, object], { ...rest, ...when, evidence: 1 });
      node(evidence.id, ['Evidence'], evidence);
      if (evidence.passage !== undefined) join('CITES', [evidence.id, `p${evidence.passage}`], {});
    }
  }
  return lines.map((line) => JSON.stringify(line));
}

describe('tables for the importer of Neo4j', () => {
  const folder = fixture('neo4j-admin-csv');

  it('are read with their nodes, whose headers may stand in files of their own', async () => {
    const read = await readInput(folder);

    expect(read.input).toMatchObject({ format: 'neo4j-admin-csv', dataset: 'neo4j-admin-csv' });
    expect(entitiesOf(read)).toMatchObject([
      { name: 'Harbour Ltd', kind: 'organisation' },
      { name: 'Ana Lima', kind: 'person', aliases: ['A. Lima', '安娜'] },
      { name: 'Chen, Bo', kind: 'person' },
    ]);
    expect(sentencesOf(read)).toEqual(['Ana Lima WORKED_FOR Harbour Ltd', 'Chen, Bo SUED Harbour Ltd']);
    expect(read.triples[0]?.evidence).toMatchObject({ file: 'neo4j-admin-csv/works.csv', line: 2 });
  });

  it('are found from the table of the relationships as well', async () => {
    const read = await readInput(fixture('neo4j-admin-csv/works.csv'));

    expect(sentencesOf(read)).toEqual(['Ana Lima WORKED_FOR Harbour Ltd', 'Chen, Bo SUED Harbour Ltd']);
  });

  it('keep ids of different groups apart and refuse bad rows one by one', async () => {
    expect(refusalsOf(await readInput(folder))).toEqual([
      [3, 'id', "the id 'Company:1' is already that of another node"],
      [4, 'subject', "there is no node 'Person:3' that could be used; add it or correct the edge"],
      [5, '', expect.stringMatching(/^the row has 6 cells and the header 5/u)],
    ]);
  });

  it('tell what is not read', async () => {
    expect((await readInput(folder)).input.notices()).toEqual([
      "Not read, since they have no header of Neo4j's importer: notes.csv.",
      'Not read from the nodes: born (1).',
      "In 1 row the start is left out, since there is no such day: '2023-02-30' (line 3).",
    ]);
  });
});
