'use client';

import { useCallback, useState } from 'react';

import { callUndo } from '@/lib/api/call-datasets';
import type { UndoOutcome } from '@/lib/api/datasets-endpoint';
import { EntenteError } from '@/lib/model/entente-error';
import type { LoadId } from '@/lib/model/ids';
import type { StoredLoad } from '@/lib/model/stored-load';

type Undo =
  | { readonly status: 'idle' }
  | { readonly status: 'asking'; readonly load: LoadId }
  | { readonly status: 'running'; readonly load: LoadId; readonly share: number }
  | { readonly status: 'done'; readonly title: string; readonly outcome: UndoOutcome }
  | { readonly status: 'failed'; readonly failure: EntenteError };

/** One undoing at a time: asked for, confirmed, done. `onDone` hears when the graph has changed. */
export function useUndo(onDone: () => void) {
  const [undo, setUndo] = useState<Undo>({ status: 'idle' });
  const ask = useCallback((load: LoadId) => {
    setUndo({ status: 'asking', load });
  }, []);
  const keep = useCallback(() => {
    setUndo({ status: 'idle' });
  }, []);
  const confirm = async ({ id, title }: StoredLoad) => {
    setUndo({ status: 'running', load: id, share: 0 });
    try {
      for await (const event of callUndo(id)) {
        if ('undone' in event) setUndo({ status: 'done', title, outcome: event.undone });
        else setUndo({ status: 'running', load: id, share: toShare(event.progress) });
      }
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      setUndo({ status: 'failed', failure: error });
    } finally {
      onDone();
    }
  };
  return { undo, ask, keep, confirm };
}

export type UndoControl = ReturnType<typeof useUndo>;

function toShare({ done, total }: { readonly done: number; readonly total: number }): number {
  return total === 0 ? 1 : done / total;
}
