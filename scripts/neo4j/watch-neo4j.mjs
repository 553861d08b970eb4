// Runs Neo4j for as long as its parent is connected, and ends it when the parent says so or dies in whatever way, kill -9 included.
// Plain JavaScript, since it runs without a loader. In: one argument, {java, args, env, home, temporary, log}.
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

const STOP_LIMIT_MS = 25_000;

const { java, args, env, home, temporary, log } = JSON.parse(process.argv[2] ?? '{}');
const output = openSync(log, 'a');
const child = spawn(java, args, { stdio: ['ignore', output, output], env: { ...process.env, ...env } });

child.once('spawn', () => process.connected && process.send({ pid: child.pid }));
child.once('error', (error) => leave(error.message));
child.once('exit', (code, signal) => leave(`Java ended with ${signal ?? code}`));
process.once('disconnect', end);
process.once('SIGTERM', end);
process.on('SIGINT', () => {});

/** A temporary database has nothing to keep, so it need not write its files out first. */
function end() {
  child.kill(temporary ? 'SIGKILL' : 'SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS).unref();
}

function leave(why) {
  if (temporary) rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  if (!process.connected) process.exit(0);
  process.send({ ended: why }, () => process.exit(1));
}
