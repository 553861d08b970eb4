/** `npm start`: a store with something in it, a server in front of it, and words that say where. `--neo4j` brings a Neo4j of its own. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { defineCommand, runMain } from 'citty';

import { checkListener, readEnv, type Env } from '@/lib/env';
import { openStore } from '@/lib/store/open-store';
import { tellOpening } from '@/lib/load/tell-opening';

import { startNeo4j } from './neo4j/start-neo4j';
import { fillEmptyStore } from './start/fill-empty-store';
import { serve } from './start/serve';

const PASSWORD_BYTES = 15;

type Ending = () => Promise<void>;

const command = defineCommand({
  meta: { name: 'npm start --', description: 'Serve Entente, with the sample graph if the store is empty' },
  args: {
    neo4j: {
      type: 'boolean',
      default: false,
      description: 'start a Neo4j for it (Java 17 and Maven) and stop it afterwards',
    },
  },
  run: async ({ args }) => {
    const endings: Ending[] = [];
    const asked = waitForSignal();
    try {
      process.exitCode = await start(args.neo4j, asked, endings);
    } catch (error) {
      console.error(`entente: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
    for (const end of endings.reverse()) await end();
  },
});

await runMain(command);

async function start(withNeo4j: boolean, asked: Promise<'asked'>, endings: Ending[]): Promise<number> {
  refuseOpenListener(readEnv());
  const variables: Record<string, string> = withNeo4j ? await beginNeo4j(readEnv(), endings) : {};
  const env = readEnv({ ...process.env, ...variables });
  const store = await openStore(tellOpening(env.store, say));
  // Kept open, so that the server finds an embedded database open, whose opening may take its time.
  endings.push(() => store.close());
  await fillEmptyStore(store, { dataFolder: env.data, say });
  const password = env.adminPassword ?? randomBytes(PASSWORD_BYTES).toString('base64url');
  const server = await serve({
    host: env.host,
    port: env.port,
    logFile: path.join(env.data, 'entente.log'),
    env: { ...variables, ENTENTE_ADMIN_PASSWORD: password },
  });
  endings.push(() => server.stop());
  announce(server.origin, env.adminPassword === undefined ? password : undefined);
  const why = await Promise.race([asked, server.ended]);
  if (why === 'asked') say('Stopping.');
  else console.error('entente: The server has exited; see the reason above.');
  return why === 'asked' ? 0 : 1;
}

function refuseOpenListener(env: Env): void {
  const refusal = checkListener(env);
  if (refusal !== undefined) throw new Error(refusal);
}

async function beginNeo4j(env: Env, endings: Ending[]): Promise<Record<string, string>> {
  const neo4j = await startNeo4j({ home: path.join(env.data, 'neo4j'), log: say });
  endings.push(() => neo4j.stop());
  return { ENTENTE_STORE: neo4j.address, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
}

function announce(origin: string, password: string | undefined): void {
  console.log(`
  Entente is at  ${origin}
  Console        ${origin}/admin
${password === undefined ? '  Admin password as set in ENTENTE_ADMIN_PASSWORD' : `  One-time admin password: ${password}`}

  Stop it with Ctrl-C.
`);
}

/** Asked once is enough: what follows (npm and the terminal may both ask) must not cut the ending short. */
function waitForSignal(): Promise<'asked'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve('asked');
      });
    }
  });
}

function say(text: string): void {
  console.log(`entente: ${text}`);
}
