// `npm run neo4j`: a Neo4j for Entente on this machine, by Docker where it answers, else by Maven and Java; ends with Ctrl-C.
import path from 'node:path';

import { defineCommand, runMain } from 'citty';

import { EntenteError } from '@/lib/model/entente-error';

import { findFreePort } from './neo4j/find-free-port';
import { importFolder } from './neo4j/import-folder';
import { hasDocker, startCompose } from './neo4j/start-compose';
import { startNeo4j } from './neo4j/start-neo4j';

const BOLT_PORT = 7687;
const numbers = new Intl.NumberFormat('en');
const data = path.resolve(process.env['ENTENTE_DATA'] ?? '.entente');

const command = defineCommand({
  meta: { name: 'neo4j', description: 'Starts a Neo4j for Entente and keeps it running until Ctrl-C.' },
  args: {
    import: {
      type: 'positional',
      required: false,
      valueHint: 'import <folder>',
      description:
        'create the database from tables (npm run load -- <path> --offline <folder>) and exit; needs Java, and no Neo4j running on that home',
    },
    port: {
      type: 'string',
      description: `Bolt port; default ${BOLT_PORT}, or a free one where that is taken`,
    },
    home: {
      type: 'string',
      description: 'where the database is kept; default neo4j in ENTENTE_DATA (.entente)',
    },
    docker: {
      type: 'boolean',
      default: true,
      negativeDescription: 'use Java even where Docker answers',
    },
    'overwrite-destination': {
      type: 'boolean',
      default: false,
      description: 'with import: delete the existing database',
    },
  },
  run: async ({ args }) => {
    try {
      await run(args);
    } catch (cause) {
      if (!(cause instanceof EntenteError)) throw cause;
      console.error(cause.message);
      process.exitCode = 1;
    }
  },
});

await runMain(command);

interface Wishes {
  /** What stands before the options: nothing, or `import` and a folder. */
  readonly _: readonly string[];
  readonly port?: string | undefined;
  readonly home?: string | undefined;
  readonly docker: boolean;
  readonly 'overwrite-destination': boolean;
}

async function run({ _: words, home: given, ...wishes }: Wishes): Promise<void> {
  const home = path.resolve(given ?? path.join(data, 'neo4j'));
  const [verb, folder, more] = words;
  if (verb === undefined) await keep(home, wishes);
  else if (verb === 'import' && folder !== undefined && more === undefined) {
    await importTables(folder, home, wishes['overwrite-destination']);
  } else {
    throw new EntenteError(
      'invalid',
      `'${words.join(' ')}' is not understood. Import tables with: npm run neo4j -- import <folder>`,
    );
  }
}

async function keep(home: string, wishes: Pick<Wishes, 'port' | 'docker'>): Promise<void> {
  const stopped = waitForSignal();
  const port = await choosePort(wishes.port);
  const docker = wishes.docker && (await hasDocker());
  const neo4j = docker
    ? await startCompose({ port, home: `${home}-docker`, log: say })
    : await startNeo4j({ port, home, log: say });
  tell(neo4j);
  const failure = await Promise.race([stopped, neo4j.ended]);
  say(failure === undefined ? 'Stopping Neo4j.' : `Neo4j exited: ${failure}. See ${neo4j.home}/logs.`);
  if (failure !== undefined) process.exitCode = 1;
  await neo4j.stop();
}

/** npm runs scripts in the project's folder; a path means what it meant where npm was called. */
async function importTables(given: string, home: string, overwrites: boolean): Promise<void> {
  const folder = path.resolve(process.env['INIT_CWD'] ?? '.', given);
  const progress = showSteps();
  const { nodes, relationships, seconds } = await importFolder({
    folder,
    home,
    overwrites,
    log: say,
    onProgress: progress,
  });
  say(`Imported ${numbers.format(nodes)} nodes and ${numbers.format(relationships)} relationships in ${seconds} s into ${home}.
Start it with: npm run neo4j, or npm start -- --neo4j. The first opening makes the indexes, which takes about as long again.`);
}

/** A line on standard error for each tenth of the way. */
function showSteps(): (percent: number) => void {
  let shown = 0;
  return (percent) => {
    if (percent < shown + 10) return;
    shown = percent - (percent % 10);
    console.error(`entente: importing, ${shown} %`);
  };
}

async function choosePort(given: string | undefined): Promise<number> {
  if (given === undefined) return findFreePort(BOLT_PORT);
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new EntenteError('invalid', `--port ${given} is not a port. Give a number from 1 to 65535.`);
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
