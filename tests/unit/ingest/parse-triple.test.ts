import { describe, expect, it } from '@jest/globals';

import { createTypeIndex } from '@/lib/ingest/names/type-index';
import { toEntityId, type Party } from '@/lib/ingest/names/name-resolver';
import { createCellReader } from '@/lib/ingest/rows/cell-reader';
import { namesOf, parseTriple } from '@/lib/ingest/rows/parse-triple';
import type { Named, SourceRow } from '@/lib/ingest/source';
import { EntenteError } from '@/lib/model/entente-error';
import { DocumentId, EntityId, LoadId, PassageId } from '@/lib/model/ids';

type Cells = Readonly<Record<string, string>>;

const ana = EntityId.parse('ana');

/** Ana is known by her nickname too, two are called Smith, and nobody else is known. */
function partyOf({ name, kind = 'thing', aliases = [] }: Named): Party {
  if (name === 'Ana' || name === 'Nana') return { status: 'known', id: ana, name: 'Ana' };
  if (name.startsWith('Smith')) {
    const ids = ['s1', 's2', 's3', 's4', 's5', 's6'].map((id) => EntityId.parse(id));
    return { status: 'ambiguous', candidates: ids.map((id) => ({ id, name: id.toUpperCase() })) };
  }
  const id = toEntityId({ name, kind });
  return { status: 'implied', id, name, entity: { id, name, kind, aliases } };
}

function rowOf(cells: Cells, more: Partial<SourceRow> = {}): SourceRow {
  const all = { subject: 'Ana', relation: 'met', object: 'Bo', ...cells };
  return { file: 'x.csv', line: 7, raw: '', cells: new Map(Object.entries(all)), ...more };
}

function parse(cells: Cells, more: Partial<SourceRow> = {}, occurrence = 1) {
  const reader = createCellReader();
  const { triple, wording } = parseTriple(rowOf(cells, more), partyOf, {
    ...{ dataset: 'd', file: 'rows.csv', load: LoadId.parse('l-1'), cells: reader },
    documents: { passages: new Map([['paper', new Map()]]), refused: new Set<string>() },
    findType: createTypeIndex([], []).find,
    countOccurrence: () => occurrence,
  });
  return { ...triple, wording, notices: reader.notices() };
}

function refuse(cells: Cells, more: Partial<SourceRow> = {}) {
  try {
    parse(cells, more);
  } catch (error) {
    if (error instanceof EntenteError) return [error.fields[0]?.path, error.message];
  }
  throw new Error('it was taken');
}

describe('A row of triples', () => {
  it('is a relation with one piece of evidence, and brings whom and what nobody knows', () => {
    const { relation, evidence, entities, types, wording } = parse({});
    const bo = toEntityId({ name: 'Bo' });

    expect(relation).toEqual({
      id: relation.id,
      type: 'MET',
      subject: 'ana',
      object: bo,
      modality: 'actual',
    });
    expect(evidence).toEqual({
      ...{ id: evidence.id, relation: relation.id, stance: 'supports' },
      ...{ file: 'rows.csv', line: 7, load: 'l-1' },
    });
    expect(entities).toEqual([
      { entity: { id: bo, name: 'Bo', kind: 'thing', aliases: [] }, declared: false },
    ]);
    expect(types).toMatchObject([{ type: { type: 'MET' } }]);
    expect(wording).toEqual({ subject: 'Ana', label: 'met', object: 'Bo' });
    expect(parse({ object: 'Nana' }).entities).toEqual([]);
    expect(parse({ subject: 'Cy' }).entities.map(({ entity }) => entity.name)).toEqual(['Cy', 'Bo']);
    expect(parse({ subject: 'Cy', object: 'Ana' }).entities.map(({ entity }) => entity.name)).toEqual(['Cy']);
  });

  it('says what it is about, when and where, as far as its cells do', () => {
    const { relation } = parse({ about: 'cafe\u0301', start: '2023', end: '2024', place: 'Porto' });

    expect(relation).toMatchObject({
      about: 'caf\u00e9',
      when: { start: '2023', end: '2024', precision: 'year' },
      place: 'Porto',
    });
    for (const field of ['about', 'when', 'place']) expect(parse({}).relation).not.toHaveProperty(field);
  });

  it.each([
    ['Nana', 'Ana'],
    ['cafe\u0301', 'caf\u00e9'],
    ['Smith', 'Smith'],
    ['NA', 'NA'],
    ['N/A', undefined],
    ['-', undefined],
    ['na', undefined],
    ['NAN', undefined],
  ])('happened, by the cell %j, in %j', (place, named) => {
    expect(parse({ place }).relation.place).toBe(named);
  });

  it('is said by whom it names, who may be known', () => {
    expect(parse({ attributed_to: 'Nana' }).evidence).toMatchObject({
      attributedTo: 'Ana',
      attributedToId: 'ana',
    });
    expect(parse({ attributed_to: 'Cy' }).evidence.attributedTo).toBe('Cy');
    for (const cells of [{ attributed_to: 'Cy' }, { attributed_to: '' }, {}])
      expect(parse(cells).evidence).not.toHaveProperty('attributedToId');
    expect(parse({ attributed_to: '' }).evidence).not.toHaveProperty('attributedTo');
  });

  it('keeps the confidence, the grade and the words of an extractor where there are such', () => {
    const { evidence } = parse({ confidence: '87%' }, { grade: 'candidate', statement: 'cafe\u0301' });

    expect(evidence).toMatchObject({ confidence: 87, grade: 'candidate', statement: 'caf\u00e9' });
    for (const field of ['confidence', 'grade', 'statement'])
      expect(parse({}, { statement: '' }).evidence).not.toHaveProperty(field);
  });

  it('cites its line, its record and its file, unless it cites a passage or a document', () => {
    const passage = PassageId.parse('paper.1');
    const inFile = parse({}, { record: 3, citedFile: 'other.csv' }).evidence;
    const inPassage = parse({}, { citation: { passage, start: 1, end: 3 } }).evidence;
    const inDocument = parse({}, { document: DocumentId.parse('paper') }).evidence;

    expect(inFile).toMatchObject({ file: 'other.csv', line: 7, record: 3 });
    expect(parse({}).evidence).not.toHaveProperty('record');
    expect(inPassage).toMatchObject({ passage, start: 1, end: 3, load: 'l-1' });
    expect(inDocument).toMatchObject({ document: 'paper', load: 'l-1' });
    for (const evidence of [inPassage, inDocument]) expect(evidence).not.toHaveProperty('file');
  });

  it('cites a document alone where its passage cannot be told, and that is noted with the cell', () => {
    const byNumber = parse({ document: 'paper', paragraph: '9', quote: 'x' });
    const byQuote = parse({ document: 'paper', quote: 'some words' });

    expect(byNumber.evidence).toMatchObject({ document: 'paper' });
    expect(byNumber.notices.join()).toContain("'9'");
    expect(byQuote.notices.join()).toContain("'some words'");
    expect(parse({ document: 'paper' }).notices.join()).toContain("''");
  });

  it('is told apart from others by what makes its evidence', () => {
    const passage = PassageId.parse('paper.1');
    const document = DocumentId.parse('paper');
    const ids = [
      parse({}),
      parse({}, {}, 2),
      parse({}, {}, 3),
      parse({}, { citedFile: 'other.csv' }),
      parse({}, { document }),
      parse({}, { document, grade: 'co-mention' }),
      parse({}, { citation: { passage } }),
      parse({}, { citation: { passage }, grade: 'co-mention' }),
      parse({}, { citation: { passage }, grade: 'candidate' }),
    ].map(({ evidence }) => evidence.id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(parse({}, { line: 8 }).evidence.id).toBe(ids[0]);
  });

  it.each([
    [{ subject: '' }, 'subject', 'the subject is empty; name an entity'],
    [{ object: '' }, 'object', 'the object is empty; name an entity'],
    [{ relation: '' }, 'relation', 'the relation is empty; name a relation type'],
    [
      { subject: 'Smith' },
      'subject',
      "'Smith' is the name of several entities; write the id of one: s1 (S1), s2 (S2), s3 (S3), s4 (S4), s5 (S5)",
    ],
    [{ attributed_to: 'Smith' }, 'attributed_to', "'Smith' is the name of several"],
  ])('is refused for %j', (cells, column, message) => {
    expect(refuse(cells)).toEqual([column, expect.stringContaining(message)]);
    expect(refuse(cells)[1]).not.toContain('s6');
  });

  it('is refused where it has no such cell at all', () => {
    const cells = new Map([['object', 'Bo']]);

    expect(refuse({}, { cells })[0]).toBe('subject');
    expect(refuse({}, { cells, subject: { name: 'Ana' } })[0]).toBe('relation');
    expect(parse({}, { cells, subject: { name: 'Ana' }, relation: 'saw' }).relation.type).toBe('SAW');
  });
});

describe('The names of a row', () => {
  it('are those of its ends with their kinds, of who says it and of where', () => {
    const cells = { subject_kind: 'person', object_kind: 'thing', attributed_to: 'Cy', place: 'Porto' };

    expect(namesOf(rowOf(cells))).toEqual([
      { name: 'Ana', kind: 'person' },
      { name: 'Bo' },
      { name: 'Cy' },
      { name: 'Porto' },
    ]);
    expect(namesOf(rowOf({ subject_kind: 'no kind at all' }))).toEqual([{ name: 'Ana' }, { name: 'Bo' }]);
    expect(namesOf(rowOf({}, { cells: new Map([['subject_kind', 'person']]) }))).toEqual([]);
  });

  it('are those that a format has found, before what the cells say', () => {
    const subject: Named = { name: 'Eva', kind: 'person' };

    expect(namesOf(rowOf({ subject_kind: 'place' }, { subject }))).toEqual([subject, { name: 'Bo' }]);
  });
});
