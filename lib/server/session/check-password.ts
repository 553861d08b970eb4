import 'server-only';

import { timingSafeEqual } from 'node:crypto';

import { getEnv } from '../get-env';
import { HttpError } from '../http/http-error';
import { getPeer } from '../http/get-peer';
import { getProcessState } from '../process-state';
import { countTry } from '../rate-limit';
import { deriveKey } from './scrypt';

/**
 * Checks the password of a request to sign in. The right password does not count as an attempt.
 * @param request - the request
 * @param readPassword - reads the password, which happens only once the attempt is counted
 * @throws 403 when the server has no password, 429 when this address has tried too often or too
 *   many try at once, 401 when the password is wrong
 */
export async function checkPassword(request: Request, readPassword: () => Promise<string>): Promise<void> {
  const { adminPassword } = getEnv();
  if (adminPassword === undefined) {
    throw new HttpError(
      403,
      'No admin password is set. Set ENTENTE_ADMIN_PASSWORD, or start with `npm start`, which generates one and prints it.',
    );
  }
  const { signIns, passwordSalt } = getProcessState();
  const peer = getPeer(request);
  await countTry(signIns, peer);
  const given = await deriveKey(await readPassword(), passwordSalt);
  if (!timingSafeEqual(given, await getPasswordKey(adminPassword))) {
    throw new HttpError(
      401,
      'That is not the password. `npm start` prints it, unless ENTENTE_ADMIN_PASSWORD is set.',
    );
  }
  await signIns.reward(peer);
}

async function getPasswordKey(adminPassword: string): Promise<Buffer> {
  const state = getProcessState();
  const deriving = (state.passwordKey ??= deriveKey(adminPassword, state.passwordSalt));
  try {
    return await deriving;
  } catch (cause) {
    delete state.passwordKey;
    throw cause;
  }
}
