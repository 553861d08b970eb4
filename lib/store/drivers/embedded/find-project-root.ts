import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

const PROJECT_NAME = 'entente';

/**
 * Finds the folder of the project, upwards from the working directory: the driver may run inside
 * Next's bundle, where a module's own URL says nothing about the sources.
 * @throws `unavailable` when there is none
 */
export function findProjectRoot(from: string): string {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (isProject(path.join(folder, 'package.json'))) return folder;
    if (folder === path.dirname(folder)) break;
  }
  throw new EntenteError(
    'unavailable',
    `No folder of Entente at or above ${from}. Run from inside the project, or name its folder when opening the embedded store.`,
  );
}

function isProject(file: string): boolean {
  if (!existsSync(file)) return false;
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return (
    typeof manifest === 'object' && manifest !== null && 'name' in manifest && manifest.name === PROJECT_NAME
  );
}
