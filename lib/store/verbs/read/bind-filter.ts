import type { RelationFilter } from '@/lib/model/relation-filter';
import { RelationTypeName } from '@/lib/model/relation-type';

import { gradesOf, type RelationPattern } from '../../cypher/relation-pattern';
import type { Parameters } from '../../engine';

/** What a filter leaves out: nothing, entities of some kinds with their relations, or relations whatever their ends are. */
type Narrowing = 'nothing' | 'kinds' | 'relations';

export interface BoundFilter extends RelationPattern {
  readonly parameters: Parameters;
  readonly narrows: Narrowing;
}

interface Options {
  /** Whether relations that are only denied pass too. */
  readonly denied: boolean;
}

/**
 * Writes the pattern and condition that keep the relations that pass a filter, with their
 * parameters.
 *
 * Dates are EDTF text at various precisions. `~` sorts after digits and dashes, so `2023~` sorts
 * after every day of 2023.
 * @throws a zod error for an invalid type name: names become part of the statement's text
 */
export function bindFilter(filter: RelationFilter, { denied }: Options): BoundFilter {
  for (const type of filter.types) RelationTypeName.parse(type);
  const { conditions, parameters } = toConditions(filter);
  const { kinds } = filter;
  const base = denied ? [] : ['r.supports > 0'];
  return {
    types: filter.types.length > 0 ? `:${filter.types.join('|')}` : '',
    where: (a, b) =>
      [
        ...base,
        ...conditions,
        ...(kinds.length > 0 ? [`${a}.kind IN $kinds`, `${b}.kind IN $kinds`] : []),
      ].join(' AND ') || 'true',
    parameters: kinds.length > 0 ? { ...parameters, kinds } : parameters,
    narrows: narrowingOf(filter, conditions.length > 0),
  };
}

function toConditions(filter: RelationFilter) {
  const { classes, sources, modalities, grades, minEvidence, from, to } = filter;
  const asked = [
    { isAsked: classes.length > 0, condition: 'r.class IN $classes', values: { classes } },
    {
      isAsked: sources.length > 0,
      condition: 'ANY(source IN $sources WHERE source IN r.sources)',
      values: { sources },
    },
    { isAsked: modalities.length > 0, condition: 'r.modality IN $modalities', values: { modalities } },
    {
      isAsked: grades.length > 0,
      condition: `ANY(grade IN $grades WHERE grade IN ${gradesOf('r')})`,
      values: { grades },
    },
    { isAsked: minEvidence > 1, condition: 'r.evidence >= $minEvidence', values: { minEvidence } },
    { isAsked: from !== undefined, condition: `coalesce(r.end, r.start) + '~' >= $from`, values: { from } },
    { isAsked: to !== undefined, condition: 'r.start <= $to', values: { to: `${to ?? ''}~` } },
  ].filter(({ isAsked }) => isAsked);
  const parameters: Parameters = Object.fromEntries(asked.flatMap(({ values }) => Object.entries(values)));
  return { conditions: asked.map(({ condition }) => condition), parameters };
}

function narrowingOf({ types, kinds }: RelationFilter, hasConditions: boolean): Narrowing {
  if (hasConditions || types.length > 0) return 'relations';
  return kinds.length > 0 ? 'kinds' : 'nothing';
}
