import { EXPANSION_STEP, initialState, type ExplorerState } from '@/lib/graph/explorer-state';
import { formatUrlState } from '@/lib/graph/url-state';
import { EntityId } from '@/lib/model/ids';

type Shown = { readonly entities: readonly string[] } | { readonly pair: readonly [string, string] };
export type ToExplorer = (shown: Shown) => string;

/**
 * Writes the query of the explorer's address that shows these entities, and selects the only one or
 * the pair.
 * @param shown - the ids from a row of the console
 */
export const toExplorerSearch: ToExplorer = (shown) => formatUrlState(toState(shown)).toString();

function toState(shown: Shown): ExplorerState {
  const seeds = ('pair' in shown ? shown.pair : shown.entities).flatMap(toEntityId);
  const [a, b] = seeds;
  if ('pair' in shown && a !== undefined && b !== undefined) {
    return { ...initialState, selection: { status: 'pair', a, b } };
  }
  if (a === undefined || b !== undefined) return { ...initialState, seeds };
  return {
    ...initialState,
    seeds,
    selection: { status: 'entity', id: a },
    expansions: [{ entity: a, limit: EXPANSION_STEP }],
  };
}

function toEntityId(id: string): readonly EntityId[] {
  const parsed = EntityId.safeParse(id);
  return parsed.success ? [parsed.data] : [];
}
