import { describe, expect, it } from '@jest/globals';
import path from 'node:path';

import { findProjectRoot } from '@/lib/store/drivers/embedded/find-project-root';

describe('findProjectRoot', () => {
  it('finds the project from a folder deep inside it, past other packages', () => {
    expect(findProjectRoot(path.resolve('node_modules/next/dist'))).toBe(path.resolve('.'));
  });

  it('says so when there is none', () => {
    expect(() => findProjectRoot('/')).toThrow(expect.objectContaining({ failure: 'unavailable' }));
  });
});
