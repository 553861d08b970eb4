import { openPromise } from 'yauzl';

/** So many names tell what a zip file is. */
const LOOKED_AT = 1000;

/**
 * Lists what a zip file holds, without unpacking any of it.
 *
 * @param file - a path
 * @returns the names of its first entries; none when it is damaged or no zip file
 */
export async function listZip(file: string): Promise<readonly string[]> {
  try {
    return await readNames(file);
  } catch {
    // Whoever unpacks it says what is wrong with it.
    return [];
  }
}

async function readNames(file: string): Promise<readonly string[]> {
  const names: string[] = [];
  const zip = await openPromise(file, { autoClose: false });
  try {
    for await (const { fileName } of zip.eachEntry()) {
      names.push(fileName);
      if (names.length >= LOOKED_AT) break;
    }
  } finally {
    zip.close();
  }
  return names;
}
