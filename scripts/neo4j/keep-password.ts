import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const PASSWORD_BYTES = 18;

/**
 * Returns the password kept in a folder: random, readable by its owner only, and the same from the
 * first time on.
 * @param given - a password to keep instead where there is none yet
 * @throws the errors of the file system
 */
export async function keepPassword(folder: string, given?: string): Promise<string> {
  const file = path.join(folder, 'password');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = given ?? randomBytes(PASSWORD_BYTES).toString('hex');
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, fresh, { mode: 0o600 });
  try {
    // In one step, so that nobody reads half a password, and of two at once one is first.
    await link(own, file);
    return fresh;
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
  } finally {
    await rm(own, { force: true });
  }
  return given ?? (await readFile(file, 'utf8')).trim();
}

function isTaken(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'EEXIST';
}
