import 'server-only';

import type { Env } from '@/lib/env';

import { HttpError } from './http-error';

const WILDCARDS = new Set(['0.0.0.0', '::', '[::]']);

/**
 * Refuses a request that was sent to a name that is not ours: another site may have pointed its own
 * name at this machine (DNS rebinding).
 * @param given - the Host header
 * @throws 421
 */
export function checkHost(given: string | null, env: Env): void {
  if (given !== null && listHosts(env).includes(given.toLowerCase())) return;
  throw new HttpError(
    421,
    'This server does not answer to that name. Open it at the address it printed when it started, or set ENTENTE_ORIGIN to the address people use.',
  );
}

function listHosts({ host, port, origin }: Env): readonly string[] {
  const names = ['localhost', '127.0.0.1', '[::1]', ...(WILDCARDS.has(host) ? [] : [bracket(host)])];
  const here = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  return origin === undefined ? here : [...here, new URL(origin).host];
}

function bracket(host: string): string {
  return (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host).toLowerCase();
}
