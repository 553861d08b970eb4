/** What becomes of a store whose files were damaged while it was closed. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { EntenteError } from '@/lib/model/entente-error';
import { toHostFiles } from '@/lib/store/drivers/embedded/host-files';
import { openStore } from '@/lib/store/open-store';

import { hashGraph } from '../contract/graph-hash';
import { writeDataset } from './dataset.fixture';
import { depth, seed } from './depth';
import { createEmbeddedGround, endHost, type EmbeddedGround } from './embedded-ground';
import { createRandom, type Random } from './random';
import { loadUndisturbed, type Undisturbed } from './undisturbed';

const DAMAGES = depth(10, 100);
/** The database's own account of itself is at the beginning of its file; elsewhere most bytes are data. */
const HEADER_BYTES = 12 * 1024;

jest.setTimeout(depth(180_000, 900_000));

interface Damage {
  readonly file: string;
  readonly at: number;
  /** Of the byte there; without one the file ends there. */
  readonly bit: number | undefined;
}

describe('an embedded store whose files were damaged', () => {
  let folder = '';
  let ground: EmbeddedGround | undefined;
  let clean: Undisturbed | undefined;
  let files: ReadonlyMap<string, Buffer> = new Map();
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entente-faults-'));
    ground = createEmbeddedGround(folder);
    const dataset = await writeDataset(folder, { name: 'notes', rows: 1_500, relations: 900 });
    clean = await loadUndisturbed(ground, dataset);
    await ground.close();
    files = await readAll(ground.folder());
  });
  afterAll(async () => {
    await ground?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it(`gives what was stored, or refuses in words that name the file (${DAMAGES} damages, seed ${seed})`, async () => {
    const random = createRandom(seed);
    const outcomes: string[] = [];
    for (let number = 0; number < DAMAGES; number += 1) {
      const damage = pickDamage(files, random, number);
      const copy = await mkdtemp(path.join(folder, 'damaged-'));
      for (const [name, bytes] of files)
        await writeFile(path.join(copy, name), damageIn(damage, name, bytes));

      const outcome = await openDamaged(copy);

      expect({ damage, outcome }).toEqual({
        damage,
        outcome: expect.stringMatching(expectedOf(copy, clean)),
      });
      outcomes.push(outcome);
      await endHost(copy, 'SIGKILL');
      await rm(copy, { recursive: true, force: true, maxRetries: 5 });
    }
    expect(outcomes).toContainEqual(expect.stringContaining('damaged'));
  });

  it('opens when nothing was damaged, also as a copy and after a crash', async () => {
    const copy = path.join(folder, 'copy');
    for (const [name, bytes] of files) {
      await cp(path.join(ground?.folder() ?? '', name), path.join(copy, name));
      expect(await readFile(path.join(copy, name))).toEqual(bytes);
    }

    expect(await openDamaged(copy)).toBe(clean?.hash);
    await endHost(copy, 'SIGKILL');
    expect(await openDamaged(copy)).toBe(clean?.hash);
    await endHost(copy, 'SIGTERM');
    expect(await openDamaged(copy)).toBe(clean?.hash);
    await endHost(copy, 'SIGTERM');
  });
});

/** What the host's end leaves, but for its log. */
async function readAll(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('graph.grafeo'));
  const entries = names.map(async (name): Promise<[string, Buffer]> => [
    name,
    await readFile(path.join(folder, name)),
  ]);
  return new Map(await Promise.all(entries));
}

/** Every second one in the database's header, every tenth in a file beside the database. */
function pickDamage(files: ReadonlyMap<string, Buffer>, random: Random, number: number): Damage {
  const names = [...files.keys()].sort();
  const file = (number % 10 === 9 ? names[random.below(names.length)] : names[0]) ?? '';
  const bytes = files.get(file) ?? Buffer.alloc(0);
  if (number % 4 === 3) return { file, at: random.below(bytes.length), bit: undefined };
  const end = number % 2 === 0 ? Math.min(HEADER_BYTES, bytes.length) : bytes.length;
  const used = [...bytes.subarray(0, end).entries()].filter(([, byte]) => byte !== 0);
  return { file, at: used[random.below(used.length)]?.[0] ?? 0, bit: random.below(8) };
}

function damageIn({ file, at, bit }: Damage, name: string, bytes: Buffer): Buffer {
  if (name !== file) return bytes;
  if (bit === undefined) return bytes.subarray(0, at);
  const damaged = Buffer.from(bytes);
  damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
  return damaged;
}

/** Returns the hash of what is stored, or why there is no store. */
async function openDamaged(copy: string): Promise<string> {
  try {
    const store = await openStore({ engine: 'embedded', folder: copy, idleMs: 5_000 });
    try {
      return await hashGraph(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof EntenteError) || error.failure !== 'unavailable') throw error;
    return error.message;
  }
}

/** What may come out: the hash, or a sentence with the database's file in it and what to do. */
function expectedOf(copy: string, clean: Undisturbed | undefined): RegExp {
  const file = toHostFiles(copy).database.replaceAll(/[/.]/gu, '\\$&');
  return new RegExp(`^(${clean?.hash}|.*${file} is damaged.*copy.*)$`, 'su');
}
