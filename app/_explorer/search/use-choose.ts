'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

import { useSession } from '../explorer-context';

import type { PassageHit, SearchOption } from './search-options';

/** An address takes so many entities. */
const SEEDS_MAX = 200;

/** Returns a function that goes where an option leads. */
export function useChoose(): (option: SearchOption) => void {
  const session = useSession();
  const router = useRouter();

  return useCallback(
    (option: SearchOption) => {
      switch (option.group) {
        case 'Entities':
          session.visit(option.entity.id);
          return;
        case 'Relations':
          session.explorer.change((state) => ({
            ...state,
            filters: { ...state.filters, type: [option.type.type] },
          }));
          return;
        case 'Passages': {
          const { document, passage } = option.hit;
          if (option.leads === 'document') router.push(`/documents/${document.id}#p-${passage.index}`);
          else session.present(toPicture(option.hit));
        }
      }
    },
    [session, router],
  );
}

/** Those that a passage tells of, at the evidence that it is; or at the first whom it names, at the passage itself. */
function toPicture({ passage, entities, evidence }: PassageHit) {
  const seeds = entities.slice(0, SEEDS_MAX);
  const [piece] = evidence;
  if (piece) {
    const selection = { status: 'pair', a: piece.subject, b: piece.object } as const;
    return { seeds, selection, reading: piece.id };
  }
  const [id] = entities;
  if (id === undefined) return { seeds, selection: { status: 'none' } as const };
  return { seeds, selection: { status: 'entity', id } as const, reading: passage.id };
}
