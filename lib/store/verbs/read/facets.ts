import { entityKinds } from '@/lib/model/entity';
import { EvidenceGrade } from '@/lib/model/evidence';
import { FACET_SOURCES_MAX, Facets } from '@/lib/model/facets';
import { Modality } from '@/lib/model/relation';
import type { RelationFilter } from '@/lib/model/relation-filter';
import { relationClasses } from '@/lib/model/relation-type';

import { entitiesPerKind, relationGroups, relationsPerSource } from '../../cypher/facet-queries';
import { KIND_COUNTS } from '../../cypher/summary-queries';
import type { Engine, Row } from '../../engine';
import { bindFilter } from './bind-filter';
import { readDocuments } from './read-passages';
import { order } from './relation-details';
import { numberOf, textOf } from '../rows/row-values';
import { entityCountOf } from './slice';

/** Relations that are alike in all that a facet tells apart, counted. */
interface Group {
  readonly type: string;
  readonly class: string;
  readonly modality: string;
  readonly grades: readonly EvidenceGrade[];
  readonly contested: boolean;
  readonly isSupported: boolean;
  readonly relations: number;
  readonly evidence: number;
}

/**
 * What passes a filter, by class, type, kind, source, modality, grade and dispute, each counted under the other filters.
 *
 * Types, classes, modalities and grades are not asked of the engine but picked from groups of relations: one statement gives four facets.
 *
 * @throws A zod error for a type name that is none.
 */
export async function facets(engine: Engine, filter: RelationFilter): Promise<Facets> {
  const groups = await readGroups(engine, { ...filter, types: [], classes: [], modalities: [], grades: [] });
  const supported = groups.filter(({ isSupported }) => isSupported);
  const passing = supported.filter((group) => passes(group, filter));
  const sources = await countSources(engine, filter);
  const named = await nameSources(engine, sources, filter);
  const counted = (wider: Partial<RelationFilter>, key: (group: Group) => string) =>
    countBy(
      supported.filter((group) => passes(group, { ...filter, ...wider })),
      key,
    );
  const types = counted({ types: [] }, ({ type }) => type);
  const classes = counted({ classes: [] }, (group) => group.class);
  const modalities = counted({ modalities: [] }, ({ modality }) => modality);
  const ofOtherGrades = supported.filter((group) => passes(group, { ...filter, grades: [] }));
  const kinds = await countKinds(engine, filter);
  return Facets.parse({
    types: [...types]
      .map(([type, count]) => ({ type, count }))
      .sort((a, b) => b.count - a.count || order(a.type, b.type)),
    classes: inOrder(relationClasses, classes, (value, count) => ({ class: value, count })),
    modalities: inOrder(Modality.options, modalities, (modality, count) => ({ modality, count })),
    grades: EvidenceGrade.options.flatMap((grade) => {
      const count = sum(
        ofOtherGrades.filter(({ grades }) => grades.includes(grade)),
        ({ relations }) => relations,
      );
      return count === 0 ? [] : [{ grade, count }];
    }),
    kinds: inOrder(entityKinds, kinds, (kind, count) => ({ kind, count })),
    contested: inOrder(
      ['true', 'false'],
      countBy(passing, ({ contested }) => String(contested)),
      (value, count) => ({ contested: value === 'true', count }),
    ),
    sources: named,
    total: {
      entities: await countEntities(engine, filter),
      relations: sum(passing, ({ relations }) => relations),
      evidence: sum(passing, ({ evidence }) => evidence),
      denied: sum(
        groups.filter((group) => !group.isSupported && passes(group, filter)),
        ({ relations }) => relations,
      ),
      sources: sources.size,
    },
  });
}

async function readGroups(engine: Engine, filter: RelationFilter): Promise<readonly Group[]> {
  const bound = bindFilter(filter, { denied: true });
  const rows = await engine.read(relationGroups(bound), bound.parameters);
  return rows.map((row) => ({
    type: textOf(row, 'type'),
    class: textOf(row, 'class'),
    modality: textOf(row, 'modality'),
    grades: EvidenceGrade.array().parse(row['grades']),
    contested: row['contested'] === true,
    isSupported: row['supported'] === true,
    relations: numberOf(row, 'relations'),
    evidence: numberOf(row, 'evidence'),
  }));
}

type Picked = Pick<RelationFilter, 'types' | 'classes' | 'modalities' | 'grades'>;

function passes(group: Group, { types, classes, modalities, grades }: Picked): boolean {
  const isAmong = (values: readonly string[], value: string) => values.length === 0 || values.includes(value);
  return (
    isAmong(types, group.type) &&
    isAmong(classes, group.class) &&
    isAmong(modalities, group.modality) &&
    (grades.length === 0 || group.grades.some((grade) => grades.includes(grade)))
  );
}

async function countSources(engine: Engine, filter: RelationFilter): Promise<ReadonlyMap<string, number>> {
  const others = bindFilter({ ...filter, sources: [] }, { denied: false });
  return toCounts(await engine.read(relationsPerSource(others), others.parameters), 'source');
}

async function nameSources(
  engine: Engine,
  counts: ReadonlyMap<string, number>,
  { sources }: RelationFilter,
): Promise<Facets['sources']> {
  const ranked = [...counts].sort(([a, one], [b, other]) => other - one || order(a, b));
  const chosen = new Set<string>(sources);
  const kept = ranked.filter(([id], place) => place < FACET_SOURCES_MAX || chosen.has(id));
  const documents = await readDocuments(
    engine,
    kept.map(([id]) => id),
  );
  return kept.flatMap(([id, count]) => {
    const source = documents.get(id);
    return source === undefined ? [] : [{ source, count }];
  });
}

async function countKinds(engine: Engine, filter: RelationFilter): Promise<ReadonlyMap<string, number>> {
  const others = bindFilter({ ...filter, kinds: [] }, { denied: false });
  const query = others.narrows === 'nothing' ? KIND_COUNTS : entitiesPerKind(others);
  return toCounts(await engine.read(query, others.parameters), 'kind');
}

async function countEntities(engine: Engine, filter: RelationFilter): Promise<number> {
  const bound = bindFilter(filter, { denied: false });
  const [row] = await engine.read(entityCountOf(bound), bound.parameters);
  return numberOf(row, 'n');
}

function toCounts(rows: readonly Row[], column: string): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [textOf(row, column), numberOf(row, 'n')]));
}

function countBy(groups: readonly Group[], keyOf: (group: Group) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(keyOf(group), (counts.get(keyOf(group)) ?? 0) + group.relations);
  return counts;
}

function inOrder<Value extends string, Counted>(
  values: readonly Value[],
  counts: ReadonlyMap<string, number>,
  toCounted: (value: Value, count: number) => Counted,
): readonly Counted[] {
  return values.flatMap((value) => {
    const count = counts.get(value);
    return count === undefined ? [] : [toCounted(value, count)];
  });
}

function sum(groups: readonly Group[], amountOf: (group: Group) => number): number {
  return groups.reduce((total, group) => total + amountOf(group), 0);
}
