import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { openEmbeddedEngine } from '@/lib/store/drivers/embedded/open-embedded-engine';
import { openStore } from '@/lib/store/open-store';

import { countEmbeddedRows } from './costs/count-embedded-rows';
import { describeCosts } from './describe-costs';
import { describeStore } from './describe-store';

import type { OpenTestStoreOnEngine } from './test-store';

const IDLE_MS = 300;

const openTestStore: OpenTestStoreOnEngine = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-'));
  const openSecond = () => openStore({ engine: 'embedded', folder, idleMs: IDLE_MS });
  const store = await openSecond();
  return {
    store,
    openSecond,
    openEngine: () => openEmbeddedEngine({ folder, idleMs: IDLE_MS }),
    openCounted: async () => countEmbeddedRows(await openEmbeddedEngine({ folder, idleMs: IDLE_MS })),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

describeStore('embedded', openTestStore);
describeCosts(openTestStore);
