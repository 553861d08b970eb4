/** What the store should count, worked out from all that was loaded. */
import type { Batch } from '@/lib/model/batch';
import type { Facets } from '@/lib/model/facets';
import type { RelationFilter } from '@/lib/model/relation-filter';

import type { Told } from './random-world.fixture';

export function passes(told: Told, filter: RelationFilter): boolean {
  const isAmong = (values: readonly string[], value: string) => values.length === 0 || values.includes(value);
  return (
    isAmong(filter.types, told.type) &&
    isAmong(filter.classes, told.class) &&
    isAmong(filter.modalities, told.modality) &&
    told.kinds.every((kind) => isAmong(filter.kinds, kind)) &&
    (filter.sources.length === 0 || told.pieces.some(({ document }) => isOf(filter.sources, document))) &&
    (filter.grades.length === 0 || told.pieces.some(({ grade }) => filter.grades.includes(grade))) &&
    told.pieces.length >= filter.minEvidence
  );
}

function isOf(sources: readonly string[], document: string | undefined): boolean {
  return document !== undefined && sources.includes(document);
}

export function isDenied({ pieces }: Told): boolean {
  return pieces.every(({ denies }) => denies);
}

export function isContested(told: Told): boolean {
  return !isDenied(told) && told.pieces.some(({ denies }) => denies);
}

export function isPair(ends: readonly string[], { subject, object }: Told): boolean {
  return ends.toSorted().join(' ') === [subject, object].sort().join(' ');
}

export function neighboursOf(entity: string, relations: readonly Told[]): ReadonlySet<string> {
  const drawn = relations.filter((each) => !isDenied(each));
  return new Set(drawn.flatMap(({ subject, object }) => [subject, object]).filter((id) => id !== entity));
}

export function countPair(between: readonly Told[], filter: RelationFilter) {
  const passing = between.filter((each) => passes(each, filter));
  const pieces = passing.flatMap((each) => each.pieces);
  const { sources, grades } = filter;
  return {
    total: passing.length,
    evidence: pieces.filter(
      ({ document, grade }) =>
        (sources.length === 0 || isOf(sources, document)) && (grades.length === 0 || grades.includes(grade)),
    ).length,
    unfiltered: {
      relations: between.length,
      evidence: sumOf(between.map((each) => each.pieces.length)),
    },
  };
}

/** What the facets should say, worked out from all that was loaded. */
export function recount(batch: Batch, told: readonly Told[], filter: RelationFilter) {
  const drawn = told.filter((each) => !isDenied(each));
  const under = (wider: Partial<RelationFilter>) =>
    drawn.filter((each) => passes(each, { ...filter, ...wider }));
  const passing = under({});
  return {
    types: tally(under({ types: [] }).map(({ type }) => type)),
    classes: tally(under({ classes: [] }).map((each) => each.class)),
    modalities: tally(under({ modalities: [] }).map(({ modality }) => modality)),
    grades: tally(
      under({ grades: [] }).flatMap(({ pieces }) => [...new Set(pieces.map(({ grade }) => grade))]),
    ),
    sources: tally(
      under({ sources: [] }).flatMap(({ pieces }) => [
        ...new Set(pieces.flatMap(({ document }) => document ?? [])),
      ]),
    ),
    kinds: tally(entitiesOf(batch, under({ kinds: [] }), { ...filter, kinds: [] }).map(({ kind }) => kind)),
    contested: tally(passing.map((each) => String(isContested(each)))),
    total: {
      entities: entitiesOf(batch, passing, filter).length,
      relations: passing.length,
      evidence: sumOf(passing.map(({ pieces }) => pieces.length)),
      denied: told.filter((each) => isDenied(each) && passes(each, filter)).length,
      sources: new Set(
        under({ sources: [] }).flatMap(({ pieces }) => pieces.flatMap(({ document }) => document ?? [])),
      ).size,
    },
  };
}

/** Where relations are asked for, those that have one; else all of the kinds that are asked for. */
function entitiesOf(batch: Batch, passing: readonly Told[], filter: RelationFilter) {
  const all = batch.entities.map(({ entity }) => entity);
  const { types, classes, sources, modalities, grades, minEvidence, kinds } = filter;
  const asksForRelations =
    [types, classes, sources, modalities, grades].some(({ length }) => length > 0) || minEvidence > 1;
  const ends = new Set(passing.flatMap(({ subject, object }) => [subject, object]));
  if (asksForRelations) return all.filter(({ id }) => ends.has(id));
  return all.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

export function simplify({ types, classes, modalities, grades, sources, kinds, contested, total }: Facets) {
  return {
    types: Object.fromEntries(types.map(({ type, count }) => [type, count])),
    classes: Object.fromEntries(classes.map((each) => [each.class, each.count])),
    modalities: Object.fromEntries(modalities.map(({ modality, count }) => [modality, count])),
    grades: Object.fromEntries(grades.map(({ grade, count }) => [grade, count])),
    sources: Object.fromEntries(sources.map(({ source, count }) => [source.id, count])),
    kinds: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])),
    contested: Object.fromEntries(contested.map((each) => [String(each.contested), each.count])),
    total,
  };
}

function tally(values: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}

export function sumOf(amounts: readonly number[] | undefined): number {
  return (amounts ?? []).reduce((total, amount) => total + amount, 0);
}
