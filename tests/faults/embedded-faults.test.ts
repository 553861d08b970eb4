/** What a load survives on the embedded engine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, jest } from '@jest/globals';

import { writeDataset } from './dataset.fixture';
import { depth } from './depth';
import { describeKills } from './describe-kills';
import { describeLostReplies } from './describe-lost-replies';
import { describeRepeats } from './describe-repeats';
import { createEmbeddedGround, type EmbeddedGround } from './embedded-ground';
import { loadUndisturbed, type Setting } from './undisturbed';

const size = { rows: depth(18_000, 32_000), relations: depth(6_000, 12_000) };

jest.setTimeout(depth(300_000, 3_600_000));

describe('a load into the embedded engine', () => {
  let folder = '';
  let ground: EmbeddedGround | undefined;
  let setting: Setting<EmbeddedGround> | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entente-faults-'));
    const dataset = await writeDataset(folder, { name: 'notes', ...size });
    ground = createEmbeddedGround(folder);
    setting = { ground, dataset, clean: await loadUndisturbed(ground, dataset) };
  });
  afterAll(async () => {
    await ground?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const get = () => {
    if (setting === undefined) throw new Error('The store has not been made.');
    return setting;
  };

  describeKills(get);
  describeRepeats(get);
  describeLostReplies(get);
});
