import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  /** Settings that differ from the template's, or come on top of them. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Lays out a Neo4j home: its folders, the hardened configuration for this port, and the password of
 * a database that does not exist yet (`java` is the program with its arguments up to the main
 * class).
 * @throws `invalid` for a password that Neo4j's command line would misread, `unavailable` when that
 *   command line fails
 */
export async function prepareHome({ home, port, password, java, settings }: HomeSetup): Promise<void> {
  if (!PASSWORD.test(password)) {
    throw new EntenteError(
      'invalid',
      'A Neo4j password has 8 to 128 letters, digits or . ~ ! $ % ^ & * + = : ; , ? / _ -. Choose another one.',
    );
  }
  for (const folder of FOLDERS) await mkdir(path.join(home, folder), { recursive: true, mode: 0o700 });
  const bolt = `127.0.0.1:${port}`;
  const own = { ...settings, 'server.bolt.listen_address': bolt, 'server.bolt.advertised_address': bolt };
  await writeFile(path.join(home, 'conf', 'neo4j.conf'), await fillTemplate(own));
  if (
    !existsSync(path.join(home, 'data', 'dbms', 'auth.ini')) &&
    !existsSync(path.join(home, 'data', 'databases'))
  ) {
    await setPassword(home, password, java);
  }
}

/** Neo4j refuses a setting that is given twice, so the template's own line goes. */
async function fillTemplate(settings: Readonly<Record<string, string>>): Promise<string> {
  const lines = (await readFile(TEMPLATE, 'utf8')).trimEnd().split('\n');
  const kept = lines.filter((line) => !Object.keys(settings).some((name) => line.startsWith(`${name}=`)));
  const own = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return `${[...kept, '', ...own].join('\n')}\n`;
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
