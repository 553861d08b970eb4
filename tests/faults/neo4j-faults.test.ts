/** What a load survives on a real Neo4j. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, jest } from '@jest/globals';

import { whyNoNeo4j } from '../contract/neo4j/at-hand';
import { writeDataset } from './dataset.fixture';
import { depth } from './depth';
import { describeKills } from './describe-kills';
import { describeLostReplies } from './describe-lost-replies';
import { describeRepeats } from './describe-repeats';
import { describeStalls } from './describe-stalls';
import { startNeo4jGround, type Neo4jGround } from './neo4j-ground';
import { loadUndisturbed, type Setting } from './undisturbed';

/** The first start on a machine downloads the server. */
const START_LIMIT_MS = 300_000;

const size = { rows: depth(5_000, 12_000), relations: depth(2_000, 5_000) };

jest.setTimeout(depth(300_000, 3_600_000));

const missing = process.env['CI'] ? undefined : whyNoNeo4j();
if (missing !== undefined) process.stdout.write(`\nFAULTS ARE NOT TRIED ON NEO4J: ${missing}.\n`);
const describeOrSkip = missing === undefined ? describe : describe.skip;

describeOrSkip('a load into Neo4j', () => {
  let folder = '';
  let ground: Neo4jGround | undefined;
  let setting: Setting<Neo4jGround> | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entente-faults-'));
    const dataset = await writeDataset(folder, { name: 'notes', ...size });
    ground = await startNeo4jGround(folder);
    setting = { ground, dataset, clean: await loadUndisturbed(ground, dataset) };
  }, START_LIMIT_MS);
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
  describeStalls(get);
});
