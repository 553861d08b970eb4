import { expect } from '@jest/globals';

import type { GraphStore } from '@/lib/store/types';

import { hashGraph } from '../contract/graph-hash';
import type { Ground } from './ground';
import { startLoader } from './run-loader';

/** A load that nobody disturbed, to compare others with. */
export interface Undisturbed {
  readonly hash: string;
  /** Milliseconds from when the store was open. */
  readonly ms: number;
  readonly read: number;
  readonly largestBatch: number;
}

/** What the faults of an engine have in common: where, what, and how it should end. */
export interface Setting<G extends Ground = Ground> {
  readonly ground: G;
  readonly dataset: string;
  readonly clean: Undisturbed;
}

/** Loads the dataset into an emptied engine, where it stays, and returns the result. */
export async function loadUndisturbed(ground: Ground, dataset: string): Promise<Undisturbed> {
  await ground.empty();
  const loader = startLoader(ground, dataset);
  await loader.until(0);
  const opened = performance.now();
  const run = await loader.ended;
  const ms = performance.now() - opened;
  expect(run).toMatchObject({ code: 0, report: { rejected: 0, unchanged: 0, failures: [] } });
  return { hash: await hashOf(ground), ms, read: run.report?.read ?? 0, largestBatch: run.largestBatch };
}

/** The hash of what is stored. */
export function hashOf(ground: Ground): Promise<string> {
  return withStore(ground, hashGraph);
}

/** Asks a store of its own, which is closed again. */
export async function withStore<T>(ground: Ground, ask: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await ground.open();
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}
