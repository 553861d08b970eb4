import type { Facets } from '@/lib/model/facets';

import { isFiltered, type Filters } from './filters/filter';
import type { Picture } from './picture';

const number = new Intl.NumberFormat('en-GB');

/** What of the store is on the canvas. */
interface Amount {
  readonly entities: number;
  readonly relations: number;
  /** Entities that stay though the filters leave them nothing: what is selected, what was expanded. */
  readonly kept: number;
}

/**
 * Describes every gap between the picture and what the store counts under its filters: what is not
 * drawn, and why.
 * @param picture - the picture
 * @returns sentences; none when everything is on the canvas
 */
export function describeAmount(
  picture: Pick<Picture, 'state' | 'arrangement' | 'visible'>,
  { total }: Pick<Facets, 'total'>,
): readonly string[] {
  const { entities, relations, kept } = readAmount(picture);
  const isWhole = entities >= total.entities && relations >= total.relations;
  return [
    ...(isWhole
      ? []
      : [
          `Showing ${number.format(entities)} of ${count(total.entities, 'entity', 'entities')} and ${number.format(relations)} of ${count(total.relations, 'relation', 'relations')}${reason(picture.state)}.`,
        ]),
    ...(kept > 0 ? [tellKept(kept)] : []),
    ...(total.denied > 0 ? [tellDenied(total.denied)] : []),
  ];
}

function tellKept(amount: number): string {
  return amount === 1
    ? '1 more entity stays because it is selected or expanded, though nothing of it passes.'
    : `${number.format(amount)} more entities stay because they are selected or expanded, though nothing of them passes.`;
}

function tellDenied(amount: number): string {
  return amount === 1
    ? '1 more relation is only denied, and so not drawn: select one of its entities to read it.'
    : `${number.format(amount)} more relations are only denied, and so not drawn: select one of their entities to read them.`;
}

function readAmount({
  state: { filters },
  arrangement: { facts },
  visible,
}: Pick<Picture, 'state' | 'arrangement' | 'visible'>): Amount {
  const related = new Set<string>();
  for (const id of visible.relations) for (const end of facts.extremities(id)) related.add(end);
  const passes = createTest(filters);
  const entities = [...visible.entities].filter(
    (id) => related.has(id) || passes(facts.getNodeAttribute(id, 'kind')),
  ).length;
  return { entities, relations: visible.relations.size, kept: visible.entities.size - entities };
}

/** Whether an entity without a relation that passes still counts as one that does. */
function createTest({ kind, ...others }: Filters): (entityKind: string) => boolean {
  return (entityKind) => !isFiltered(others) && (kind?.includes(entityKind) ?? true);
}

function reason({ filters, seeds, expansions }: Picture['state']): string {
  const passing = isFiltered(filters) ? ' that pass the filters' : '';
  if (seeds.length > 0) return `${passing}: what was chosen and what lies around it`;
  return expansions.length > 0
    ? `${passing}: those with the most evidence, and those that were added`
    : `${passing}, those with the most evidence`;
}

function count(amount: number, one: string, many: string): string {
  return `${number.format(amount)} ${amount === 1 ? one : many}`;
}
