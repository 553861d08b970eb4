import type { Batch } from '@/lib/model/batch';
import { Document } from '@/lib/model/document';
import { Entity } from '@/lib/model/entity';
import { Evidence } from '@/lib/model/evidence';
import { LoadId } from '@/lib/model/ids';
import { Mention } from '@/lib/model/mention';
import { Passage } from '@/lib/model/passage';
import { Relation } from '@/lib/model/relation';
import { RelationType } from '@/lib/model/relation-type';

const load = LoadId.parse('l-fixture');

/**
 * A small graph made for these tests: two countries and two people, a meeting, an accusation that one document reports and another
 * denies, and a bare triple that only its line stands for.
 */
export function createFixtureBatch(): Batch {
  return {
    load: {
      id: load,
      dataset: 'fixture',
      title: 'A small graph for tests',
      tool: 'tests',
      startedAt: '2026-01-01T00:00:00Z',
      inputHash: 'fixture',
      row: 4,
    },
    types: types.map((type) => ({ type: RelationType.parse(type), declared: true })),
    entities: entities.map((entity) => ({ entity: Entity.parse(entity), declared: true })),
    documents: documents.map((document) => Document.parse(document)),
    passages: passages.map((passage) => Passage.parse(passage)),
    mentions: mentions.map((mention) => Mention.parse(mention)),
    relations: relations.map((relation) => Relation.parse({ modality: 'actual', ...relation })),
    evidence: evidence.map((each) => Evidence.parse({ load, ...each })),
  };
}

const plain = { plover: null, cameo: null };
const types = [
  { ...plain, type: 'MET', label: 'met', inverse: 'met', class: 'verbal-cooperation', symmetric: true },
  {
    ...plain,
    type: 'ACCUSED',
    label: 'accused',
    inverse: 'was accused by',
    class: 'verbal-conflict',
    symmetric: false,
  },
  { ...plain, type: 'BORDERS', label: 'borders', inverse: 'borders', class: 'none', symmetric: true },
];

const entities = [
  { id: 'usa', name: 'United States', kind: 'country', aliases: ['USA', '美国'] },
  { id: 'china', name: 'China', kind: 'country', aliases: ['PRC', '中国'] },
  { id: 'blinken', name: 'Antony Blinken', kind: 'person', aliases: [] },
  { id: 'qin', name: 'Qin Gang', kind: 'person', aliases: ['秦刚'] },
];

const documents = [
  {
    id: 'gazette',
    title: 'A week in June',
    publisher: 'Gazette',
    published: '2023-06-20',
    language: 'en',
    url: 'https://gazette.example/june',
  },
  {
    id: 'herald',
    title: 'A balloon in February',
    publisher: 'Herald',
    published: '2023-02-05',
    language: 'en',
  },
];

const passages = [
  { id: 'gazette.1', document: 'gazette', index: 1, text: 'On 18 June Antony Blinken met Qin Gang.' },
  {
    id: 'gazette.2',
    document: 'gazette',
    index: 2,
    text: 'The United States accused China of sending a balloon.',
  },
  { id: 'herald.1', document: 'herald', index: 1, text: 'China said the accusation was false.' },
];

const mentions = [
  { passage: 'gazette.1', entity: 'blinken', start: 11, end: 25 },
  { passage: 'gazette.1', entity: 'qin', start: 30, end: 38 },
  { passage: 'gazette.2', entity: 'usa', start: 4, end: 17 },
  { passage: 'gazette.2', entity: 'china', start: 26, end: 31 },
  { passage: 'herald.1', entity: 'china', start: 0, end: 5 },
];

const relations = [
  {
    id: 'r-met',
    type: 'MET',
    subject: 'blinken',
    object: 'qin',
    when: { start: '2023-06-18', precision: 'day' },
  },
  {
    id: 'r-accused',
    type: 'ACCUSED',
    subject: 'usa',
    object: 'china',
    about: 'sending a balloon',
    when: { start: '2023-02', precision: 'month' },
  },
  { id: 'r-borders', type: 'BORDERS', subject: 'china', object: 'usa' },
];

const evidence = [
  { id: 'e-met', relation: 'r-met', stance: 'supports', passage: 'gazette.1', start: 11, end: 38 },
  { id: 'e-for', relation: 'r-accused', stance: 'supports', passage: 'gazette.2', start: 4, end: 31 },
  {
    id: 'e-against',
    relation: 'r-accused',
    stance: 'denies',
    passage: 'herald.1',
    attributedTo: 'China',
    attributedToId: 'china',
  },
  { id: 'e-bare', relation: 'r-borders', stance: 'supports', file: 'bare.csv', line: 2 },
];
