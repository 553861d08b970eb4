import type { Socket } from 'node:net';
import { createConnection } from 'node:net';

import { EntenteError } from '@/lib/model/entente-error';

import { createFrameDecoder, encodeFrame } from './frames';
import { HostLost } from './host-lost';
import type { AnswerFrame, HostRequest } from './protocol';
import { toAnswer, toError } from './parse-answer';

/** While answers are awaited the host is asked so often whether it lives. */
const PING_MS = 1_500;

/** A host that has said nothing for so long is stuck; its callers are told. */
const SILENCE_MAX_MS = 6_000;

type EventListener = (event: unknown) => void;

/** A connection to a host. `send` gives the answer, or throws `HostLost` when the host ended, or `EntenteError` as the host or a stuck host has it. */
export interface HostConnection {
  send(request: HostRequest, onEvent?: EventListener): SentRequest;
  readonly isOpen: () => boolean;
  close(): void;
}

interface SentRequest {
  readonly id: number;
  readonly answer: Promise<unknown>;
}

/**
 * Connects to a host that is listening.
 * @throws the socket's error when none is
 */
export async function connectToHost(socketPath: string): Promise<HostConnection> {
  const socket = await openSocket(socketPath);
  const waiting = createWaiting(socket);
  const heartbeat = setInterval(() => {
    if (waiting.silenceMs() > SILENCE_MAX_MS) end(stuck());
    else if (waiting.isWaiting()) socket.write(encodeFrame({ id: 0, kind: 'ping' }));
  }, PING_MS).unref();
  let isOpen = true;
  let lastId = 0;

  const end = (error: Error) => {
    isOpen = false;
    clearInterval(heartbeat);
    waiting.failAll(error);
    socket.destroy();
  };
  const decode = createFrameDecoder();
  socket.on('data', (chunk) => {
    try {
      for (const message of decode(chunk)) waiting.settle(toAnswer(message));
    } catch (cause) {
      // Where the next frame begins is not known either, so nothing more can be read from this connection.
      end(new HostLost('The embedded host sent something that is not an answer.', { cause }));
    }
  });
  socket.on('error', () => {
    end(new HostLost('The connection to the embedded host broke.'));
  });
  socket.on('close', () => {
    end(new HostLost('The embedded host has ended.'));
  });
  socket.unref();

  return {
    send: (request, onEvent) => {
      lastId += 1;
      const id = lastId;
      if (!isOpen) return { id, answer: Promise.reject(new HostLost('The embedded host has ended.')) };
      const answer = waiting.add(id, onEvent);
      socket.write(encodeFrame({ id, ...request }));
      return { id, answer };
    },
    isOpen: () => isOpen,
    close: () => {
      end(new HostLost('The store was closed.'));
    },
  };
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onEvent: EventListener | undefined;
}

/** The requests that have no answer yet. Only while there are some does the socket keep the process alive. */
function createWaiting(socket: Socket) {
  const pending = new Map<number, Pending>();
  let lastHeard = Date.now();
  return {
    add: (id: number, onEvent: EventListener | undefined) =>
      new Promise<unknown>((resolve, reject) => {
        if (pending.size === 0) lastHeard = Date.now();
        pending.set(id, { resolve, reject, onEvent });
        socket.ref();
      }),
    settle: (frame: AnswerFrame) => {
      lastHeard = Date.now();
      const found = pending.get(frame.id);
      if (found === undefined) return;
      if ('event' in frame) {
        found.onEvent?.(frame.event);
        return;
      }
      pending.delete(frame.id);
      if (pending.size === 0) socket.unref();
      if ('error' in frame) found.reject(toError(frame.error));
      else found.resolve(frame.value);
    },
    failAll: (error: Error) => {
      for (const { reject } of pending.values()) reject(error);
      pending.clear();
    },
    isWaiting: () => pending.size > 0,
    silenceMs: () => (pending.size > 0 ? Date.now() - lastHeard : 0),
  };
}

function openSocket(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.removeListener('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

function stuck(): EntenteError {
  return new EntenteError(
    'unavailable',
    `The embedded database has not answered for ${SILENCE_MAX_MS / 1000} seconds. Try again in a moment.`,
  );
}
