import { initialState } from '@/lib/graph/explorer-state';
import type { Selection } from '@/lib/graph/selection';
import { formatUrlState } from '@/lib/graph/url-state';

/** The explorer's address with an entity or a pair selected. */
export function selectionHref(selection: Selection): { pathname: '/'; search: string } {
  return { pathname: '/', search: formatUrlState({ ...initialState, selection }).toString() };
}
