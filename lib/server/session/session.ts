/** The administrator's session: a sealed cookie that holds no more than the store's session epoch and when it ends. */
import 'server-only';

import { sealData, unsealData } from 'iron-session';

import { getEnv } from '../get-env';
import { openServerStore } from '../open-server-store';
import { getProcessState } from '../process-state';
import { deriveKey } from './scrypt';

interface Session {
  readonly epoch: number;
  readonly expiresAt: string;
}

const COOKIE = 'entente-session';
const TTL_SECONDS = 8 * 60 * 60;
const SECOND_MS = 1000;
/** The same in every process, so that each opens what another has sealed; the password is what is secret. */
const SEAL_SALT = 'entente session seal 1';

/**
 * Starts a session.
 * @returns the session, and the Set-Cookie header that carries it
 * @throws when the store does not answer
 */
export async function createSession(): Promise<{ session: Session; cookie: string }> {
  const store = await openServerStore();
  const session: Session = {
    epoch: await store.sessionEpoch(),
    expiresAt: new Date(Date.now() + TTL_SECONDS * SECOND_MS).toISOString(),
  };
  const seal = await sealData(session, { password: await getSealKey(), ttl: TTL_SECONDS });
  return { session, cookie: toCookie(seal, TTL_SECONDS) };
}

/**
 * Finds the session of a request: its cookie is intact, of this password, not expired, and not
 * ended by a sign-out anywhere.
 */
export async function findSession(request: Request): Promise<Session | undefined> {
  const seal = readCookie(request);
  if (seal === undefined || getEnv().adminPassword === undefined) return undefined;
  const session = toSession(
    await unsealData<unknown>(seal, { password: await getSealKey(), ttl: TTL_SECONDS }),
  );
  if (!session || Date.parse(session.expiresAt) <= Date.now()) return undefined;
  const store = await openServerStore();
  return session.epoch === (await store.sessionEpoch()) ? session : undefined;
}

/** Creates the Set-Cookie header that removes a session's cookie. */
export function createEndCookie(): string {
  return toCookie('', 0);
}

async function getSealKey(): Promise<string> {
  const state = getProcessState();
  const deriving = (state.sealKey ??= deriveKey(getEnv().adminPassword ?? '', SEAL_SALT).then((key) =>
    key.toString('base64'),
  ));
  try {
    return await deriving;
  } catch (cause) {
    delete state.sealKey;
    throw cause;
  }
}

function toCookie(value: string, maxAge: number): string {
  const secure = getEnv().origin?.startsWith('https:') ? '; Secure' : '';
  return `${COOKIE}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`;
}

function readCookie(request: Request): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

/** A seal that does not open gives an empty object. */
function toSession(value: unknown): Session | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('epoch' in value) || typeof value.epoch !== 'number') return undefined;
  if (!('expiresAt' in value) || typeof value.expiresAt !== 'string') return undefined;
  return { epoch: value.epoch, expiresAt: value.expiresAt };
}
