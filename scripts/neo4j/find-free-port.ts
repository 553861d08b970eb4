import { once } from 'node:events';
import { createServer } from 'node:net';

/** The preferred port of 127.0.0.1 where it is free, else one that the system picks. */
export async function findFreePort(preferred = 0): Promise<number> {
  const server = createServer();
  server.listen(preferred, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return findFreePort();
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : findFreePort();
}
