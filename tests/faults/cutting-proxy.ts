/** A proxy that cuts the line once the database has committed and before the client hears of it. */
import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';

export interface CuttingProxy {
  /** Where clients go: the port, or undefined for a socket file. */
  readonly port: number | undefined;
  /** Answers to a commit that no client has got. */
  readonly dropped: () => number;
  readonly close: () => Promise<void>;
}

interface ProxyTarget {
  readonly from: { readonly path: string } | { readonly port: 0; readonly host: string };
  readonly to: { readonly path: string } | { readonly port: number; readonly host: string };
  /** So many answers are dropped, every second one. */
  readonly drops: number;
  /** Made for each connection: whether what the client sends now contains a commit. */
  readonly createFinder: () => (chunk: Buffer) => boolean;
}

/** Starts a proxy between a client and its database. */
export async function startCuttingProxy({
  from,
  to,
  drops,
  createFinder,
}: ProxyTarget): Promise<CuttingProxy> {
  let commits = 0;
  let dropped = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = createConnection(to);
    const hasCommit = createFinder();
    let isDropping = false;
    const end = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', end).on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', (chunk) => {
      if (hasCommit(chunk)) {
        commits += 1;
        isDropping = commits % 2 === 1 && dropped < drops;
      }
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      if (!isDropping) client.write(chunk);
      else {
        dropped += 1;
        end();
      }
    });
  });
  server.listen(from);
  await once(server, 'listening');
  return {
    port: portOf(server),
    dropped: () => dropped,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}
