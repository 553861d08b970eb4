import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const watcher = path.join(process.cwd(), 'scripts', 'neo4j', 'watch-neo4j.mjs');
/** Stands for the database: runs until it is ended, and does not mind being asked. */
const stubborn = ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'];

describe('watch-neo4j', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'entente-watch-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('ends the database and clears a temporary home when its parent lets go', async () => {
    const child = watch({ args: stubborn, temporary: true });
    const pid = await readPid(child);

    child.disconnect();
    await once(child, 'exit');

    expect(isAlive(pid)).toBe(false);
    expect(existsSync(home)).toBe(false);
  });

  it('ends the database when its parent is killed', async () => {
    const script = `
      const { fork } = require('node:child_process');
      const child = fork(${JSON.stringify(watcher)}, [${JSON.stringify(setup(stubborn, true))}], { detached: true, stdio: 'ignore' });
      child.on('message', (message) => process.send({ ...message, watcher: child.pid }));
    `;
    const parent = fork('-e', [script], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const pid = await readPid(parent);

    parent.kill('SIGKILL');
    await once(parent, 'exit');
    while (existsSync(home)) await new Promise((resolve) => setImmediate(resolve));

    expect(isAlive(pid)).toBe(false);
  });

  it('tells its parent that the database has ended, and keeps a home that is not temporary', async () => {
    const child = watch({ args: ['-e', 'process.exit(3)'], temporary: false });
    const told = new Promise((resolve) => {
      child.on('message', (message) => {
        if (typeof message === 'object' && 'ended' in message) resolve(message.ended);
      });
    });

    expect(await told).toBe('Java ended with 3');
    expect(existsSync(home)).toBe(true);
  });

  function setup(args: readonly string[], temporary: boolean): string {
    return JSON.stringify({
      java: process.execPath,
      args,
      env: {},
      home,
      temporary,
      log: path.join(home, 'console.log'),
    });
  }

  function watch({ args, temporary }: { args: readonly string[]; temporary: boolean }): ChildProcess {
    return fork(watcher, [setup(args, temporary)], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }
});

function readPid(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'pid' in message) resolve(Number(message.pid));
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
