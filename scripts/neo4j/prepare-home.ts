import { existsSync } from 'node:fs';
import { copyFile, appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { runProgram } from './run-program';

const TEMPLATE = path.join(import.meta.dirname, 'neo4j.conf');
const FOLDERS = ['conf', 'data', 'logs', 'import', 'plugins', 'run', 'licenses'];
/** What Neo4j's own command line takes from a file without quoting, and for no option. */
const PASSWORD = /^(?!-)[\w.~!$%^&*+=:;,?/-]{8,128}$/u;

interface HomeSetup {
  readonly home: string;
  readonly port: number;
  readonly password: string;
  readonly java: readonly string[];
}

/**
 * Lays out a Neo4j home: its folders, the hardened configuration for this port, and the password of a database that is not
 * there yet (`java` is the program with its arguments up to the main class). Throws `invalid` for a password that Neo4j's
 * command line would misread, `unavailable` when that command line fails.
 */
export async function prepareHome({ home, port, password, java }: HomeSetup): Promise<void> {
  if (!PASSWORD.test(password)) {
    throw new EntenteError(
      'invalid',
      'A Neo4j password has 8 to 128 letters, digits or . ~ ! $ % ^ & * + = : ; , ? / _ -. Choose another one.',
    );
  }
  for (const folder of FOLDERS) await mkdir(path.join(home, folder), { recursive: true, mode: 0o700 });
  const conf = path.join(home, 'conf', 'neo4j.conf');
  await copyFile(TEMPLATE, conf);
  const bolt = `127.0.0.1:${port}`;
  await appendFile(conf, `\nserver.bolt.listen_address=${bolt}\nserver.bolt.advertised_address=${bolt}\n`);
  if (
    !existsSync(path.join(home, 'data', 'dbms', 'auth.ini')) &&
    !existsSync(path.join(home, 'data', 'databases'))
  ) {
    await setPassword(home, password, java);
  }
}

/** The password goes through a file, since every user of the machine can read a command line. */
async function setPassword(
  home: string,
  password: string,
  [java = 'java', ...flags]: readonly string[],
): Promise<void> {
  const file = path.join(home, 'run', 'initial-password');
  await writeFile(file, password, { mode: 0o600 });
  const { code, output } = await runProgram(
    java,
    [...flags, 'org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', `@${file}`],
    { env: { NEO4J_HOME: home, NEO4J_CONF: path.join(home, 'conf') }, timeoutMs: 120_000 },
  );
  await rm(file, { force: true });
  if (code === 0) return;
  throw new EntenteError(
    'unavailable',
    `Neo4j's password could not be set in ${home}. It says:\n${output.slice(-2000)}`,
  );
}
