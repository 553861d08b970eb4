import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { encodeFrame } from '@/lib/store/drivers/embedded/frames';
import { connectToHost } from '@/lib/store/drivers/embedded/host-connection';
import { HostLost } from '@/lib/store/drivers/embedded/host-lost';

const folders: string[] = [];
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A host that answers the first request of each client with these bytes. */
async function serve(bytes: Buffer): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-socket-'));
  folders.push(folder);
  const socketPath = path.join(folder, 'host.sock');
  const server = createServer((socket: Socket) => {
    socket.once('data', () => socket.write(bytes));
    socket.on('error', () => {});
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return socketPath;
}

/** A frame of the right length around text that is not JSON. */
function frameOf(text: string): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32BE(Buffer.byteLength(text));
  return Buffer.concat([header, Buffer.from(text)]);
}

describe('a connection to the embedded host', () => {
  it('gives the answer that the host sends', async () => {
    const connection = await connectToHost(await serve(encodeFrame({ id: 1, value: 'pong' })));

    await expect(connection.send({ kind: 'ping' }).answer).resolves.toBe('pong');
    connection.close();
  });

  it.each([
    ['a frame that is not JSON', frameOf('{"id":')],
    ['a length that no frame has', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['a message without an id', encodeFrame({ value: 'pong' })],
    ['an event that is none', encodeFrame({ id: 1, event: { rows: 3 } })],
    ['a failure that is none', encodeFrame({ id: 1, error: 'no' })],
  ])('fails every open request and closes when the host sends %s', async (_, bytes) => {
    const connection = await connectToHost(await serve(bytes));

    const answers = [connection.send({ kind: 'ping' }).answer, connection.send({ kind: 'schema' }).answer];
    const outcomes = await Promise.allSettled(answers);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    for (const outcome of outcomes) expect(outcome).toHaveProperty('reason', expect.any(HostLost));
    expect(connection.isOpen()).toBe(false);
  });
});
