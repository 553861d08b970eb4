import type { Selection } from '@/lib/graph/selection';

/** The explorer's address with an entity or a pair selected. */
export function selectionHref(selection: Selection): { pathname: '/'; query: Record<string, string> } {
  switch (selection.status) {
    case 'none':
      return { pathname: '/', query: {} };
    case 'entity':
      return { pathname: '/', query: { entity: selection.id } };
    case 'pair':
      return { pathname: '/', query: { pair: `${selection.a},${selection.b}` } };
  }
}
