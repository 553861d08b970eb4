import type { GrafeoDB } from '@grafeo-db/js';
import { setTimeout as wait } from 'node:timers/promises';

import type { HostFiles } from '../host-files';
import { watchOpening } from '../opening-record';

/** One process owns the file. The host before this one may need a moment to let go of it, and one that is just opening it as long as it makes progress. */
const LOCKED_MAX_MS = 5_000;
const RETRY_MS = 50;

/** The write-ahead log is folded into the file whenever it has grown by this much, so that opening after a crash stays fast. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;

/** Evidence has no constraint, which would slow every load (ADR 0016): only the host writes, one transaction after the other, each after asking what is there. */
const UNIQUE = [
  ['Entity', 'id'],
  ['Passage', 'id'],
  ['Document', 'id'],
  ['RelationType', 'type'],
  ['Load', 'id'],
] as const;

const INDEXED = [
  ...UNIQUE,
  ['Evidence', 'id'],
  ['Entity', 'name'],
  ['Entity', 'nameNfc'],
  ['Entity', 'key'],
  ['Alias', 'key'],
  ['Alias', 'entity'],
  ['Evidence', 'relation'],
  ['Evidence', 'attributedToId'],
  ['Store', 'id'],
] as const;

interface Opening {
  /** Whether another host has come first. */
  readonly isServed: () => Promise<boolean>;
  /** Called once, when the file is in the hands of another host. */
  readonly onLocked: () => void;
}

/**
 * Opens or creates the database file, with its indexes.
 * @returns the database, or undefined when another host has opened it first
 */
export async function openDatabase(
  create: typeof GrafeoDB.create,
  files: HostFiles,
  { isServed, onLocked }: Opening,
): Promise<GrafeoDB | undefined> {
  let deadline = Date.now() + LOCKED_MAX_MS;
  let isLeft = false;
  const other = watchOpening(files);
  for (;;) {
    try {
      const database = create(files.database);
      await prepare(database);
      return database;
    } catch (error) {
      if (!isLocked(error) || Date.now() > deadline) throw error;
      if (!isLeft) onLocked();
      isLeft = true;
      if (await isServed()) return undefined;
      await wait(RETRY_MS);
      if (other.hasProgressed()) deadline = Date.now() + LOCKED_MAX_MS;
    }
  }
}

/** A constraint of this engine is no index to look up with, so both are made. Repeating either changes nothing. */
async function prepare(database: GrafeoDB): Promise<void> {
  for (const [label, property] of INDEXED) {
    const name = `${label.toLowerCase()}_${property.toLowerCase()}`;
    await database.executeCypher(`CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`);
  }
  for (const [label, property] of UNIQUE) {
    const name = `${label.toLowerCase()}_${property.toLowerCase()}_unique`;
    await database.executeCypher(
      `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
    );
  }
  database.setCheckpointTriggers({ walBytes: CHECKPOINT_BYTES });
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && /lock/iu.test(error.message);
}
