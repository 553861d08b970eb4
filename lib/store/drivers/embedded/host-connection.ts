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

export interface SentRequest {
  readonly id: number;
  readonly answer: Promise<unknown>;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onEvent: EventListener | undefined;
}

/** Connects to a host that listens. Throws the socket's error when none does. */
export async function connectToHost(socketPath: string): Promise<HostConnection> {
  const socket = await openSocket(socketPath);
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let lastHeard = Date.now();
  let isOpen = true;

  const endAll = (error: Error) => {
    isOpen = false;
    clearInterval(heartbeat);
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
    socket.destroy();
  };
  const heartbeat = setInterval(() => {
    if (pending.size === 0) lastHeard = Date.now();
    else if (Date.now() - lastHeard > SILENCE_MAX_MS) endAll(stuck());
    else socket.write(encodeFrame({ id: 0, kind: 'ping' }));
  }, PING_MS);
  heartbeat.unref();
  socket.unref();

  const settle = (frame: AnswerFrame) => {
    const waiting = pending.get(frame.id);
    if (waiting === undefined) return;
    if ('event' in frame) {
      waiting.onEvent?.(frame.event);
      return;
    }
    pending.delete(frame.id);
    if (pending.size === 0) socket.unref();
    if ('error' in frame) waiting.reject(toError(frame.error));
    else waiting.resolve(frame.value);
  };
  const decode = createFrameDecoder();
  socket.on('data', (chunk) => {
    lastHeard = Date.now();
    for (const message of decode(chunk)) settle(toAnswer(message));
  });
  socket.on('error', () => {
    endAll(new HostLost('The connection to the embedded host broke.'));
  });
  socket.on('close', () => {
    endAll(new HostLost('The embedded host has ended.'));
  });

  return {
    send: (request, onEvent) => {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<unknown>((resolve, reject) => {
        if (!isOpen) {
          reject(new HostLost('The embedded host has ended.'));
          return;
        }
        if (pending.size === 0) lastHeard = Date.now();
        pending.set(id, { resolve, reject, onEvent });
        socket.ref();
        socket.write(encodeFrame({ id, ...request }));
      });
      return { id, answer };
    },
    isOpen: () => isOpen,
    close: () => {
      endAll(new HostLost('The store was closed.'));
    },
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
