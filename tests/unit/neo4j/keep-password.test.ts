import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { keepPassword } from '@/scripts/neo4j/keep-password';

describe('keepPassword', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'entente-password-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a long password at random and keeps it for its owner alone', async () => {
    const password = await keepPassword(folder);

    expect(password).toMatch(/^[0-9a-f]{36}$/u);
    expect(readFileSync(path.join(folder, 'password'), 'utf8')).toBe(password);
    expect(statSync(path.join(folder, 'password')).mode & 0o777).toBe(0o600);
  });

  it('gives the same one ever after, and another one to another folder', async () => {
    const first = await keepPassword(folder);

    expect(await keepPassword(folder)).toBe(first);
    expect(await keepPassword(path.join(folder, 'other'))).not.toBe(first);
  });

  it('is agreed by two that ask at once', async () => {
    const passwords = await Promise.all([1, 2, 3, 4].map(() => keepPassword(folder)));

    expect(new Set(passwords).size).toBe(1);
  });
});
