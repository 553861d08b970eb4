/** A graph of chance, the same each time: every combination of what a filter looks at comes up in it. */
import type { Batch } from '@/lib/model/batch';
import type { EntityKind } from '@/lib/model/entity';
import { EvidenceGrade, gradeOf } from '@/lib/model/evidence';
import { DocumentId } from '@/lib/model/ids';
import { Modality } from '@/lib/model/relation';
import type { RelationFilter } from '@/lib/model/relation-filter';
import { relationClasses, RelationTypeName } from '@/lib/model/relation-type';

import type { Random } from '../faults/random';
import {
  cite,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createType,
  declare,
  relate,
} from './batch.fixture';

const ENTITIES = 24;
const RELATIONS = 160;

const typeNames = ['ACCUSED', 'MET', 'FOUGHT', 'MEMBER_OF'] as const;
const documentIds = ['one', 'two', 'three'] as const;

/** A piece of evidence of it; `document` is its source, which a co-mention has not. */
interface Piece {
  readonly document: string | undefined;
  readonly denies: boolean;
  readonly grade: EvidenceGrade;
}

/** A relation with all that a filter looks at, as the batch says it. */
export interface Told {
  readonly id: string;
  readonly type: string;
  readonly class: string;
  readonly subject: string;
  readonly object: string;
  readonly modality: string;
  readonly kinds: readonly EntityKind[];
  readonly pieces: readonly Piece[];
}

export function createWorld(random: Random): Batch {
  const kinds = ['person', 'country', 'organisation'] as const;
  const ids = Array.from({ length: ENTITIES }, (_, index) => `e${index}`);
  const passages = documentIds.map((document) => createPassage(document, 1, `What ${document} says.`));
  const relations = Array.from({ length: RELATIONS }, (_, index) => {
    const [subject, object] = [pick(random, ids.slice(0, 9)), pick(random, ids.slice(0, ENTITIES - 2))];
    return relate(`r${index}`, `${subject} ${pick(random, typeNames)} ${object}`, {
      modality: pick(random, Modality.options),
      start: pick(random, ['2021', '2022-05', '2023-05-19']),
    });
  });
  const evidence = relations.flatMap(({ id }) =>
    Array.from({ length: 1 + Math.floor(random.next() * 3) }, (_, index) => {
      const key = [`v-${id}-${index}`, id] as const;
      return random.next() < 0.2
        ? citeLine(key, index + 1)
        : cite(key, pick(random, passages), {
            denies: random.next() < 0.3,
            grade: randomGrade(random),
          });
    }),
  );
  return createBatch({
    types: typeNames.map((type, index) => createType(type, { class: relationClasses[index] ?? 'none' })),
    entities: ids.map((id) => declare(id, `Entity ${id}`, { kind: pick(random, kinds) })),
    documents: documentIds.map((id) => createDocument(id)),
    passages,
    relations,
    evidence,
  });
}

/** A piece of evidence in two says nothing of its grade. */
function randomGrade(random: Random): EvidenceGrade | undefined {
  return random.next() < 0.5 ? undefined : pick(random, ['exact', 'candidate', 'co-mention', 'co-mention']);
}

export function tellAll(batch: Batch): readonly Told[] {
  const kinds = new Map<string, EntityKind>(batch.entities.map(({ entity }) => [entity.id, entity.kind]));
  const classes = new Map<string, string>(batch.types.map(({ type }) => [type.type, type.class]));
  return batch.relations.map(({ id, type, subject, object, modality }) => ({
    id,
    type,
    class: classes.get(type) ?? 'none',
    subject,
    object,
    modality,
    kinds: [subject, object].flatMap((end) => kinds.get(end) ?? []),
    pieces: batch.evidence
      .filter(({ relation }) => relation === id)
      .map((each) => ({
        document: each.grade === 'co-mention' ? undefined : each.passage?.slice(0, each.passage.indexOf('.')),
        denies: each.stance === 'denies',
        grade: gradeOf(each),
      })),
  }));
}

export function randomFilter(random: Random): RelationFilter {
  const some = <T>(values: readonly T[]): readonly T[] =>
    random.next() < 0.5 ? [] : pickSome(random, values);
  return {
    types: some(typeNames).map((type) => RelationTypeName.parse(type)),
    classes: some(relationClasses.slice(0, typeNames.length)),
    kinds: some(['person', 'country', 'organisation'] as const),
    sources: some(documentIds).map((id) => DocumentId.parse(id)),
    modalities: some(Modality.options),
    grades: some(EvidenceGrade.options),
    minEvidence: random.next() < 0.7 ? 1 : 2,
  };
}

/** Picks one of the values. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick from.');
  return value;
}

/** Picks about half of the values, at least one. */
function pickSome<T>(random: Random, values: readonly T[]): readonly T[] {
  const some = values.filter(() => random.next() < 0.5);
  return some.length > 0 ? some : [pick(random, values)];
}
