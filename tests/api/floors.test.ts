import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

describe('the packages in the lock (S10)', () => {
  it.each([
    ['next', '16.4.1'],
    ['react', '19.2.6'],
    ['react-dom', '19.2.6'],
    ['sharp', '0.35.5'],
  ])('hold %s at %s or newer', (name, floor) => {
    const found = readLockedVersions(name);

    expect(found.length).toBeGreaterThan(0);
    for (const version of found) expect(compare(version, floor)).toBeGreaterThanOrEqual(0);
  });
});

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

/** Every version of a package that the lock installs, nested ones included. */
function readLockedVersions(name: string): string[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  return Object.entries(packages)
    .filter(([folder]) => folder.endsWith(path.posix.join('node_modules', name)))
    .map(([, { version }]) => version ?? '0.0.0');
}

function compare(version: string, floor: string): number {
  const [left, right] = [version, floor].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2].find((index) => left?.[index] !== right?.[index]);
  return at === undefined ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}
