/** A host whose engine computes for a while before it opens the database; how long, in ms, stands in the folder, in `slow-for`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import grafeo from '@grafeo-db/js';
import { register } from 'tsx/esm/api';

const [folder] = process.argv.slice(2);
const create = grafeo.GrafeoDB.create.bind(grafeo.GrafeoDB);
const createSlowly = (file) => {
  const until = Date.now() + Number(readFileSync(path.join(folder, 'slow-for'), 'utf8'));
  while (Date.now() < until);
  return create(file);
};
grafeo.GrafeoDB = { create: createSlowly };

register();
await import('../../lib/store/drivers/embedded/host/main.ts');
