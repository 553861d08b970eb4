import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from '@jest/globals';

import { VERSION } from '@/lib/model/version';

it('The version that loads name is that of the package', async () => {
  const file = await readFile(path.join(__dirname, '..', '..', '..', 'package.json'), 'utf8');

  expect(JSON.parse(file)).toMatchObject({ version: VERSION });
});
