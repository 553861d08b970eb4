import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';

import { CypherEvent, CypherProblem, CypherSummary } from '@/lib/model/cypher-event';
import { Document } from '@/lib/model/document';
import { DocumentDetail, DocumentList } from '@/lib/model/document-detail';
import { Entity, EntityKind, entityKinds } from '@/lib/model/entity';
import { EntityDetail, EntityPassages, MarkedPassage, RelationBrief } from '@/lib/model/entity-detail';
import { Evidence, EvidenceGrade, Stance } from '@/lib/model/evidence';
import { Mention } from '@/lib/model/mention';
import { Passage } from '@/lib/model/passage';
import { Modality, Relation } from '@/lib/model/relation';
import { CitedEvidence, PairRelations, RelationDetail } from '@/lib/model/relation-detail';
import { RelationClass, RelationType, relationClasses } from '@/lib/model/relation-type';
import { SchemaOverview } from '@/lib/model/schema-overview';
import { SearchResult } from '@/lib/model/search-result';
import { GraphSlice } from '@/lib/model/slice';
import { Span } from '@/lib/model/span';
import { StoredLoad } from '@/lib/model/stored-load';
import { Summary } from '@/lib/model/summary';
import { Precision, When } from '@/lib/model/when';

// One value of each shape, with every field that it may have.
const span = { start: 3, end: 7 };
const when = { start: '2023-05', end: '2023-06', precision: 'month', qualifier: '~' };
const entity = {
  id: 'usa',
  name: 'United States',
  kind: 'country',
  aliases: ['USA'],
  sameAs: 'https://www.wikidata.org/entity/Q30',
  description: 'A country',
};
const document = {
  id: 'paper',
  title: 'A paper',
  author: 'Ana Lima',
  publisher: 'The Harbour',
  published: '2023-05-19',
  url: 'https://example.org/paper',
  language: 'en',
  rights: 'CC0',
  note: 'shortened',
};
const passage = { id: 'paper.1', document: 'paper', index: 1, text: 'Ana met Bo.' };
const party = { id: 'usa', name: 'United States', kind: 'country' };
const type = {
  type: 'MET',
  label: 'met',
  inverse: 'was met by',
  plover: 'CONSULT',
  cameo: '042',
  class: 'verbal-cooperation',
  symmetric: true,
};
const relation = {
  id: 'r-1',
  type: 'MET',
  subject: 'usa',
  object: 'china',
  about: 'trade',
  when,
  place: 'Porto',
  modality: 'future',
};
const evidence = {
  id: 'v-1',
  relation: 'r-1',
  stance: 'denies',
  attributedTo: 'Cy',
  attributedToId: 'cy',
  passage: 'paper.1',
  ...span,
  file: 'rows.csv',
  line: 2,
  ...{ confidence: 87, grade: 'candidate', statement: 'Ana met Bo.', load: 'l-1' },
};
const brief = {
  ...{ id: 'r-1', type: 'MET', label: 'met', inverse: 'met', class: 'none', subject: party, object: party },
  ...{ about: null, when: null, place: null, modality: 'actual', evidence: 2, documents: 1 },
  ...{ contested: false, denied: true, coMentionsOnly: true, speakers: ['Cy'] },
};
const tally = {
  ...{ type: 'MET', label: 'met', inverse: 'met', class: 'none', direction: 'from' },
  ...{ relations: 2, denied: 1 },
};
const mention = { ...span, entity: 'usa' };
const marked = {
  ...{ id: 'paper.1', index: 1, text: 'Ana met Bo.', document, mentions: [mention], relations: ['r-1'] },
  evidence: [{ relation: 'r-1', stance: 'denies', attributedTo: 'Cy', grade: 'exact' }],
};
const cited = {
  ...{ id: 'v-1', stance: 'supports', attributedTo: 'Cy', attributedToId: 'cy', document, ...span },
  ...{ passage: { id: 'paper.1', index: 1, text: 'Ana met Bo.' }, file: 'rows.csv', line: 2, confidence: 1 },
  ...{ grade: 'co-mention', statement: 'Ana is said to have met Bo.' },
  earlier: [{ load: 'l-0', line: 1, record: 3 }],
  mentions: [mention],
};
const detail = {
  ...{ id: 'r-1', type: 'MET', label: 'met', class: 'none', subject: entity, object: entity, about: 'trade' },
  ...{ when, place: 'Porto', modality: 'actual', contested: true, evidence: [cited] },
  coMentionsOnly: false,
};
const amounts = { entities: 1, relations: 1 };
const slice = {
  entities: { id: ['usa'], name: ['United States'], kind: ['country'], degree: [1], relations: [1] },
  relations: {
    ...{ id: ['r-1'], type: ['MET'], class: ['none'], subject: [0], object: [0], start: [null] },
    ...{ evidence: [1], documents: [1], contested: [false], modality: ['future'], speakers: [['Cy']] },
    coMentionsOnly: [true],
  },
  shown: amounts,
  total: amounts,
};
const load = {
  ...{ id: 'l-1', dataset: 'd', title: 'D', tool: 't', startedAt: '2023', inputHash: 'h', row: 5 },
  ...{ isDone: true, merges: 'a b', evidence: 5 },
};
const summary = {
  datasets: [{ id: 'd', title: 'D' }],
  counts: { entities: 1, relations: 2, evidence: 3, passages: 4, documents: 5 },
  kinds: [{ kind: 'country', count: 1 }],
  types: [{ ...type, count: 1 }],
  classes: [{ class: 'none', count: 1 }],
  documents: [{ ...document, relations: 1 }],
  span: { start: '2022', end: null },
};
const statementSummary = {
  ...{ rows: 1, truncated: false, ms: 1.5, bytes: 9, queryType: 'r' },
  ...{ counters: { made: 1 }, rolledBack: true },
};
const problem = {
  ...{ type: 'about:blank', title: 'Syntax', status: 400, detail: 'No such word' },
  position: { start: 1, end: 2, line: 1, column: 2 },
};
const hit = {
  ...{ passage, document, spans: [span], entities: ['usa'] },
  evidence: [{ id: 'v-1', subject: 'usa', object: 'china', grade: 'row' }],
};
const found = {
  ...{ entities: [entity], types: [type], passages: [hit] },
  total: { entities: 1, types: 1, passages: 1 },
  leftOut: ['the'],
};
const schema = {
  engine: { name: 'Neo4j', version: '5', address: 'bolt://localhost' },
  labels: [{ label: 'Entity', count: 1, properties: ['id'] }],
  relationshipTypes: [{ type: 'MET', count: 1, properties: ['id'] }],
};
const paper = {
  document,
  passages: [{ id: 'paper.1', index: 1, text: 'Ana met Bo.', mentions: [mention], relations: ['r-1'] }],
  entities: [entity],
  relations: [brief],
  evidence: [
    {
      ...{ id: 'v-1', relation: 'r-1', passage: 'paper.1', stance: 'denies', attributedTo: 'Cy', ...span },
      ...{ grade: 'exact', statement: 'Ana is said to have met Bo.' },
    },
  ],
};

const shapes: readonly (readonly [string, z.ZodType, unknown])[] = [
  ['a span', Span, span],
  ['a date', When, when],
  ['an entity', Entity, entity],
  ['a document', Document, document],
  ['a passage', Passage, passage],
  ['a mention', Mention, { ...span, passage: 'paper.1', entity: 'usa' }],
  ['a relation type', RelationType, type],
  ['a relation', Relation, relation],
  ['a piece of evidence', Evidence, evidence],
  ['a relation in brief', RelationBrief, brief],
  ['a marked passage', MarkedPassage, marked],
  [
    'an entity in detail',
    EntityDetail,
    {
      ...{ ...entity, degree: 1, relations: [brief], tallies: [tally, { ...tally, direction: 'to' }] },
      total: { relations: 1, denied: 1, neighbours: 1, passages: 1 },
      unfiltered: { relations: 2, passages: 3 },
    },
  ],
  [
    'passages of an entity',
    EntityPassages,
    { passages: [marked], relations: [brief], total: 1, unfiltered: 2, next: 'x' },
  ],
  ['cited evidence', CitedEvidence, cited],
  ['a relation in detail', RelationDetail, detail],
  [
    'relations of a pair',
    PairRelations,
    { relations: [detail], total: 1, evidence: 1, unfiltered: { relations: 2, evidence: 3 } },
  ],
  ['a slice', GraphSlice, slice],
  ['a load', StoredLoad, load],
  ['a summary', Summary, summary],
  ['documents', DocumentList, { documents: [{ ...document, passages: 1, relations: 1 }], total: 1 }],
  ['a document in detail', DocumentDetail, paper],
  ['a search', SearchResult, found],
  ['a schema', SchemaOverview, schema],
  ['the summary of a statement', CypherSummary, statementSummary],
  ['a problem', CypherProblem, problem],
  ['columns', CypherEvent, { columns: ['a'], queryId: 'q' }],
  ['a row', CypherEvent, { row: [1, null, 'x', { $type: 'node' }] }],
  ['a summary line', CypherEvent, { summary: statementSummary }],
  ['a problem line', CypherEvent, { problem }],
];

describe('What goes over the wire or into the store', () => {
  it.each(shapes)('keeps every field of %s', (_, shape, value) => {
    expect(shape.parse(value)).toEqual(value);
  });

  it.each(shapes)('is refused when it is nothing like %s', (_, shape) => {
    expect(shape.safeParse({}).success).toBe(false);
  });

  it.each([
    ['stance', Stance, ['supports', 'denies']],
    ['modality', Modality, ['actual', 'future', 'hypothetical']],
    ['grade', EvidenceGrade, ['exact', 'candidate', 'co-mention', 'row']],
    ['precision', Precision, ['day', 'month', 'year']],
    ['doubt about a date', When.shape.qualifier, ['?', '~', '%', undefined]],
    ['kind of an entity', EntityKind, entityKinds],
    ['class of a relation', RelationClass, relationClasses],
    ['kind of a statement', CypherSummary.shape.queryType, ['r', 'rw', 'w', 's']],
  ])('knows every %s and no other', (_, shape, values) => {
    for (const value of values) expect(shape.safeParse(value).success).toBe(true);
    for (const value of ['', 'other', null]) expect(shape.safeParse(value).success).toBe(false);
  });

  it.each([
    ['an entity without a name', Entity, { ...entity, name: '' }],
    ['an alias without a letter', Entity, { ...entity, aliases: [''] }],
    ['a document without a title', Document, { ...document, title: '' }],
    ['a passage without text', Passage, { ...passage, text: '' }],
    ['a paragraph number 0', Passage, { ...passage, index: 0 }],
    ['an empty topic', Relation, { ...relation, about: '' }],
    ['an empty place', Relation, { ...relation, place: '' }],
    ['a statement without a word', Evidence, { ...evidence, statement: '' }],
    ['a speaker without a name', Evidence, { ...evidence, attributedTo: '' }],
    ['an offset before the text', Evidence, { ...evidence, start: -1 }],
    ['a line number 0', Evidence, { ...evidence, line: 0 }],
    ['a confidence above 100', Evidence, { ...evidence, confidence: 101 }],
    ['a confidence below 0', Evidence, { ...evidence, confidence: -1 }],
    ['half an offset', Span, { start: 0.5, end: 1 }],
    ['a span before the text', Span, { start: -1, end: 1 }],
    ['a type without a label', RelationType, { ...type, label: '' }],
    ['a type without an inverse', RelationType, { ...type, inverse: '' }],
    ['less than no entities', GraphSlice, { ...slice, total: { entities: -1, relations: 0 } }],
  ])('is refused with %s', (_, shape, value) => {
    expect(shape.safeParse(value).success).toBe(false);
  });
});
