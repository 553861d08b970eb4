import { createHash } from 'node:crypto';
import path from 'node:path';

/** Unix cuts a socket's path off at 104 to 108 bytes. */
const SOCKET_PATH_BYTES_MAX = 100;

/** Where the host of a data folder keeps what, and where it listens. */
export interface HostFiles {
  readonly folder: string;
  readonly database: string;
  readonly log: string;
  readonly ending: string;
  /** Written while the database is being opened. */
  readonly opening: string;
  /** The socket's path, or the pipe's name on Windows. */
  readonly socket: string;
  /** The folder of the socket, which nobody else may enter; undefined for a pipe. */
  readonly socketFolder: string | undefined;
}

/**
 * Lists the host's files of a data folder. Every process computes the same paths. Where the
 * folder's path is too long for a socket, the socket gets a short path derived from it.
 * @param folder - the data folder, as an absolute path
 */
export function toHostFiles(folder: string): HostFiles {
  const files = {
    folder,
    database: path.join(folder, 'graph.grafeo'),
    log: path.join(folder, 'host.log'),
    ending: path.join(folder, 'host-ending.json'),
    opening: path.join(folder, 'host-opening.json'),
  };
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  if (process.platform === 'win32') {
    return { ...files, socket: `\\\\.\\pipe\\entente-${name}`, socketFolder: undefined };
  }
  const near = path.join(folder, 'host.sock');
  if (Buffer.byteLength(near) <= SOCKET_PATH_BYTES_MAX)
    return { ...files, socket: near, socketFolder: folder };
  const short = path.join('/tmp', `entente-${process.getuid?.() ?? 0}-${name}`);
  return { ...files, socket: path.join(short, 'host.sock'), socketFolder: short };
}
