import path from 'node:path';

import { createStore } from '@/lib/store/create-store';
import { openNeo4j } from '@/lib/store/drivers/neo4j/open-neo4j';
import { startNeo4j, type RunningNeo4j } from '@/scripts/neo4j/start-neo4j';

import { startCuttingProxy } from './cutting-proxy';
import type { Ground } from './ground';

/** The Bolt message COMMIT in a chunk of its own: length 2, a structure without fields, its tag, the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

export interface Neo4jGround extends Ground {
  /** The server that runs now. */
  readonly server: () => RunningNeo4j;
  /** Ends the server at once and starts it again on the same data and port. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Creates a Neo4j of its own.
 * @param folder - the folder for the server's home and for what the loader keeps
 */
export async function startNeo4jGround(folder: string): Promise<Neo4jGround> {
  const home = path.join(folder, 'home');
  let server = await startNeo4j({ quick: true, home });
  const { address, user, password } = server;
  const port = Number(new URL(address).port);
  const target = { address, user, password };
  const env = {
    ENTENTE_STORE: address,
    ENTENTE_DATA: path.join(folder, 'data'),
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
  };
  return {
    name: 'neo4j',
    env,
    open: async () => createStore(await openNeo4j(target)),
    empty: async () => {
      const engine = await openNeo4j(target);
      await engine.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
      await engine.close();
    },
    startProxy: async (drops) => {
      const host = '127.0.0.1';
      const proxy = await startCuttingProxy({
        from: { port: 0, host },
        to: { port, host },
        drops,
        createFinder: () => (chunk) => chunk.includes(COMMIT),
      });
      return { ...proxy, env: { ...env, ENTENTE_STORE: `neo4j://${host}:${proxy.port}` } };
    },
    server: () => server,
    restart: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
      server = await startNeo4j({ quick: true, home, port, password });
    },
    close: () => server.stop(),
  };
}
