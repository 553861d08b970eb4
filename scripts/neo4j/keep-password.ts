import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const PASSWORD_BYTES = 18;

/**
 * The password kept in a folder: made at random the first time, readable by its owner only, and the same ever after. `given`
 * is used and kept instead where there is none yet. Throws what the file system throws.
 */
export async function keepPassword(folder: string, given?: string): Promise<string> {
  const file = path.join(folder, 'password');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = given ?? randomBytes(PASSWORD_BYTES).toString('base64url');
  try {
    await writeFile(file, fresh, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
  }
  return given ?? (await readFile(file, 'utf8')).trim();
}

function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
}
