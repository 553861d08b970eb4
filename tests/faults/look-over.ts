import { z } from 'zod';

import type { GraphStore } from '@/lib/store/types';

import { collect, runStatement } from '../contract/test-store';

const limits = { maxRows: 1_000_000, maxBytes: 1_000_000_000, timeoutMs: 60_000 };

const Relation = z.tuple([z.string(), z.int()]);
const Evidence = z.tuple([z.string(), z.string(), z.int().nullable(), z.string().nullable()]);
const Load = z.tuple([z.int()]);

/** What must never be found in a store, at whatever moment a load was cut off. */
export interface Flaws {
  readonly relationsWithoutEvidence: readonly string[];
  readonly relationsTwice: readonly string[];
  /** Relations that say another number of pieces of evidence than there are. */
  readonly miscounted: readonly string[];
  readonly evidenceWithoutRelation: readonly string[];
  readonly evidenceWithoutPassage: readonly string[];
  readonly evidenceTwice: readonly string[];
}

export const noFlaws: Flaws = {
  relationsWithoutEvidence: [],
  relationsTwice: [],
  miscounted: [],
  evidenceWithoutRelation: [],
  evidenceWithoutPassage: [],
  evidenceTwice: [],
};

/**
 * Looks a store over after a fault. `evidence` is how many pieces there are and `checkpoint` the last row stored, which are equal
 * where each row is a piece of evidence of its own and no batch is there by half.
 */
export async function lookOver(
  store: GraphStore,
): Promise<{ readonly flaws: Flaws; readonly evidence: number; readonly checkpoint: number }> {
  const relations = await ask(store, Relation, 'MATCH (:Entity)-[r]->(:Entity) RETURN r.id, r.evidence');
  const evidence = await ask(
    store,
    Evidence,
    `MATCH (v:Evidence) OPTIONAL MATCH (v)-[:CITES]->(p:Passage)-[:PART_OF]->(:Document) RETURN v.id, v.relation, v.start, p.id`,
  );
  const loads = await ask(store, Load, 'MATCH (l:Load) RETURN l.row');
  const counts = new Map<string, number>();
  for (const [, relation] of evidence) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  const known = new Set(relations.map(([id]) => id));
  return {
    flaws: {
      relationsWithoutEvidence: idsOf(relations.filter(([id]) => !counts.has(id))),
      relationsTwice: repeated(idsOf(relations)),
      miscounted: idsOf(relations.filter(([id, count]) => counts.get(id) !== count)),
      evidenceWithoutRelation: idsOf(evidence.filter(([, relation]) => !known.has(relation))),
      evidenceWithoutPassage: idsOf(
        evidence.filter(([, , start, passage]) => start !== null && passage === null),
      ),
      evidenceTwice: repeated(idsOf(evidence)),
    },
    evidence: evidence.length,
    checkpoint: loads.reduce((sum, [row]) => sum + row, 0),
  };
}

async function ask<T>(store: GraphStore, row: z.ZodType<T>, text: string): Promise<readonly T[]> {
  const { rows, problem, summary } = await collect(runStatement(store, text, { limits }));
  if (problem !== undefined || summary?.truncated !== false) {
    throw new Error(problem?.detail ?? 'The graph is too large to be looked over.');
  }
  return rows.map((each) => row.parse(each));
}

function idsOf(rows: readonly (readonly [string, ...unknown[]])[]): readonly string[] {
  return rows.map(([id]) => id);
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}
