import { randomUUID } from 'node:crypto';

import type { Counts } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';
import type { LoadId } from '@/lib/model/ids';
import type { UndoReport } from '@/lib/model/undo-report';

import {
  DELETE_LOAD,
  DOCUMENT_IDS_OF_LOAD,
  ENTITY_IDS_OF_LOAD,
  EVIDENCE_COUNT_OF_LOAD,
  EVIDENCE_IDS_OF_LOAD,
} from '../../cypher/undo-statements';
import { BUMP_EPOCH } from '../../cypher/upsert-statements';
import type { Engine } from '../../engine';
import type { UndoOptions } from '../../types';
import { findLoad } from '../read/find-load';
import { numberOf, textOf } from '../rows/row-values';
import { swapFencingToken } from '../write/swap-fencing-token';
import { undoEntities, undoTypes } from './undo-declared';
import { undoDocuments } from './undo-documents';
import { undoEvidence } from './undo-evidence';
import type { Undoing, Undone } from './undo-step';
import { write } from '../write/write';

/** So many ids are looked up at once: each time everything of the sort is passed over until so many are found. */
const FOUND_MAX = 20_000;

interface Step {
  /** Finds ids of what the load has, at most `$limit`. */
  readonly ids: string;
  /** So many are handled in one transaction. */
  readonly batch: number;
  readonly undo: (undoing: Undoing, ids: readonly string[]) => Promise<Undone>;
}

/** Evidence goes first: nothing that it rests on may go before it. */
const steps: readonly Step[] = [
  { ids: EVIDENCE_IDS_OF_LOAD, batch: 2_000, undo: undoEvidence },
  { ids: DOCUMENT_IDS_OF_LOAD, batch: 200, undo: undoDocuments },
  { ids: ENTITY_IDS_OF_LOAD, batch: 2_000, undo: undoEntities },
];

/**
 * Undoes a load: removes what it brought and no other load contains, in transactions of bounded
 * size that each leave the graph consistent. The record of the load goes last, so that an
 * interrupted undo can be run again.
 *
 * Fields that the load has set on something that stays (a name, a description, a place) stay as
 * they are.
 * @throws `not-found` for a load that is not in the store
 */
export async function undo(engine: Engine, load: LoadId, options: UndoOptions = {}): Promise<UndoReport> {
  if ((await findLoad(engine, load)) === undefined) {
    throw new EntenteError(
      'not-found',
      `There is no load ${load} in the store. It may already have been undone; the list of loads names those there are.`,
    );
  }
  const [counted] = await engine.read(EVIDENCE_COUNT_OF_LOAD, { load });
  const tally = createTally(numberOf(counted, 'n'), options);
  for (const step of steps) {
    for await (const undone of undoStep(engine, load, step)) {
      tally.add(undone);
      if (options.signal?.aborted === true) return tally.report(true);
    }
  }
  await write(engine, async (transaction) => {
    await swapFencingToken(transaction, randomUUID());
    await undoTypes({ transaction, load, dynamicTypes: engine.dynamicTypes });
    transaction.send(DELETE_LOAD, { id: load });
    transaction.send(BUMP_EPOCH, { seed: randomUUID() });
  });
  return tally.report(false);
}

async function* undoStep(engine: Engine, load: LoadId, step: Step): AsyncGenerator<Undone> {
  for (;;) {
    const rows = await engine.read(step.ids, { load, limit: FOUND_MAX });
    if (rows.length === 0) return;
    const ids = rows.map((row) => textOf(row, 'id'));
    for (let at = 0; at < ids.length; at += step.batch) {
      yield await undoBatch(engine, (undoing) => step.undo(undoing, ids.slice(at, at + step.batch)), load);
    }
  }
}

async function undoBatch(
  engine: Engine,
  work: (undoing: Undoing) => Promise<Undone>,
  load: LoadId,
): Promise<Undone> {
  return write(engine, async (transaction) => {
    await swapFencingToken(transaction, randomUUID());
    const undone = await work({ transaction, load, dynamicTypes: engine.dynamicTypes });
    if (undone.kept > 0 || Object.values(undone.removed).some((count) => count > 0)) {
      transaction.send(BUMP_EPOCH, { seed: randomUUID() });
    }
    return undone;
  });
}

const nothing: Counts = { entities: 0, relations: 0, evidence: 0, passages: 0, documents: 0 };

function createTally(total: number, { onProgress }: UndoOptions) {
  let removed = nothing;
  let kept = 0;
  return {
    add: (undone: Undone) => {
      kept += undone.kept;
      removed = {
        entities: removed.entities + (undone.removed.entities ?? 0),
        relations: removed.relations + (undone.removed.relations ?? 0),
        evidence: removed.evidence + (undone.removed.evidence ?? 0),
        passages: removed.passages + (undone.removed.passages ?? 0),
        documents: removed.documents + (undone.removed.documents ?? 0),
      };
      onProgress?.(removed.evidence + kept, total);
    },
    report: (isStopped: boolean): UndoReport => ({ removed, kept, isStopped }),
  };
}
