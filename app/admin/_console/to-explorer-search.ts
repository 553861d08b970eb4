import { EXPANSION_STEP, initialState } from '@/lib/graph/explorer-state';
import { formatUrlState } from '@/lib/graph/url-state';
import { EntityId } from '@/lib/model/ids';

/** In: ids that a console row gave. Out: the query of the explorer's address that shows these entities and selects the only one. */
export function toExplorerSearch(ids: readonly string[]): string {
  const seeds = ids.flatMap((id) => {
    const parsed = EntityId.safeParse(id);
    return parsed.success ? [parsed.data] : [];
  });
  const [only] = seeds;
  const search = formatUrlState({
    ...initialState,
    seeds,
    ...(only !== undefined &&
      seeds.length === 1 && {
        selection: { status: 'entity', id: only },
        expansions: [{ entity: only, limit: EXPANSION_STEP }],
      }),
  });
  return search.toString();
}
