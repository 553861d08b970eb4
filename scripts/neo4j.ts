// `npm run neo4j`: a Neo4j for Entente on this machine, by Docker where it answers, else by Maven and Java; ends with Ctrl-C.
import path from 'node:path';

import { defineCommand, runMain } from 'citty';

import { EntenteError } from '@/lib/model/entente-error';

import { findFreePort } from './neo4j/find-free-port';
import { hasDocker, startCompose } from './neo4j/start-compose';
import { startNeo4j } from './neo4j/start-neo4j';

const BOLT_PORT = 7687;
const data = path.resolve(process.env['ENTENTE_DATA'] ?? '.entente');

const command = defineCommand({
  meta: { name: 'neo4j', description: 'Starts a Neo4j for Entente and keeps it until Ctrl-C.' },
  args: {
    port: {
      type: 'string',
      description: `Bolt port; default ${BOLT_PORT}, or a free one where that is taken`,
    },
    home: {
      type: 'string',
      description: 'where the database stays; default neo4j in ENTENTE_DATA (.entente)',
    },
    docker: {
      type: 'boolean',
      default: true,
      negativeDescription: 'use Java even where Docker answers',
    },
  },
  run: ({ args }) => main(args),
});

await runMain(command);

async function main(args: {
  port?: string | undefined;
  home?: string | undefined;
  docker: boolean;
}): Promise<void> {
  const stopped = waitForSignal();
  try {
    const port = await choosePort(args.port);
    const home = path.resolve(args.home ?? path.join(data, 'neo4j'));
    const docker = args.docker && (await hasDocker());
    const neo4j = docker
      ? await startCompose({ port, home: `${home}-docker`, log: say })
      : await startNeo4j({ port, home, log: say });
    tell(neo4j);
    const failure = await Promise.race([stopped, neo4j.ended]);
    say(
      failure === undefined
        ? 'Stopping Neo4j.'
        : `Neo4j ended by itself: ${failure}. See ${neo4j.home}/logs.`,
    );
    if (failure !== undefined) process.exitCode = 1;
    await neo4j.stop();
  } catch (cause) {
    if (!(cause instanceof EntenteError)) throw cause;
    console.error(cause.message);
    process.exitCode = 1;
  }
}

async function choosePort(given: string | undefined): Promise<number> {
  if (given === undefined) return findFreePort(BOLT_PORT);
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new EntenteError('invalid', `--port ${given} is no port. Give a number from 1 to 65535.`);
}

function waitForSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve(undefined);
      });
    }
  });
}

function tell(neo4j: { address: string; user: string; password: string; home: string }): void {
  say(`
Neo4j answers at ${neo4j.address}; its password is kept in ${path.join(neo4j.home, 'password')}.

Point Entente at it, in another terminal:
  ENTENTE_STORE=${neo4j.address} NEO4J_USER=${neo4j.user} NEO4J_PASSWORD='${neo4j.password}' npm start

Stop it with Ctrl-C; the data stays.`);
}

function say(line: string): void {
  console.log(line);
}
