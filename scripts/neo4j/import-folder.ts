import path from 'node:path';

import { hasTables, IMPORT_ARGUMENTS } from '@/lib/load/offline/import-arguments';
import { EntenteError } from '@/lib/model/entente-error';

import { fetchNeo4j } from './fetch-neo4j';
import { findJava } from './find-java';
import { keepPassword } from './keep-password';
import { prepareHome } from './prepare-home';
import { runProgram } from './run-program';

const DATABASE = 'neo4j';
/** The port is that of the next start; until then there is none. */
const ANY_PORT = 7687;
/** Ten million rows take some minutes. */
const LIMIT_MS = 24 * 60 * 60 * 1000;
const TAIL_CHARACTERS = 1_500;

interface ImportOptions {
  /** What `npm run load -- … --offline <folder>` has written. */
  readonly folder: string;
  /** The home of a Neo4j that does not run; made when it is not there. */
  readonly home: string;
  /** Whether a database that is there goes. */
  readonly overwrites?: boolean;
  readonly log?: (line: string) => void;
  readonly onProgress?: (percent: number) => void;
  /** For tests: compiles less, which is quicker for little and slower for much. */
  readonly quick?: boolean;
}

/** What the importer says it has made, and in what time. */
export interface Imported {
  readonly nodes: number;
  readonly relationships: number;
  readonly seconds: number;
}

/**
 * Creates the database of a Neo4j home from the tables in a folder, with the importer that comes
 * with Neo4j. The next start of that home serves it, and the next opening of the store creates its
 * constraints and indexes.
 * @throws `not-found` for a folder without complete tables, `invalid` when there is a database
 *   already or the importer refuses the tables, and `unavailable` when Neo4j runs there or Java or
 *   Maven is missing
 */
export async function importFolder(options: ImportOptions): Promise<Imported> {
  const { home, overwrites = false, quick = false, log = () => {} } = options;
  const folder = requireTables(options.folder);
  const startedAt = performance.now();
  const program = await findJava();
  const jars = path.join(await fetchNeo4j(log), '*');
  // The password is set before there is a database: afterwards it would be Neo4j's own.
  const password = await keepPassword(home);
  await prepareHome({ home, port: ANY_PORT, password, java: [program, '-cp', jars] });
  const { code, output } = await runProgram(
    program,
    [
      '-XX:+UseParallelGC',
      ...(quick ? ['-XX:TieredStopAtLevel=1'] : []),
      '-cp',
      jars,
      'org.neo4j.server.startup.Neo4jAdminCommand',
      'database',
      'import',
      'full',
      `@${path.join(folder, IMPORT_ARGUMENTS)}`,
      `--report-file=${path.join(home, 'logs', 'import.report')}`,
      ...(overwrites ? ['--overwrite-destination=true'] : []),
      DATABASE,
    ],
    {
      cwd: folder,
      env: { NEO4J_HOME: home, NEO4J_CONF: path.join(home, 'conf') },
      timeoutMs: LIMIT_MS,
      onOutput: followProgress(options.onProgress),
    },
  );
  if (code !== 0) throw toError(output, home);
  return {
    nodes: readCount(output, 'nodes'),
    relationships: readCount(output, 'relationships'),
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
}

function requireTables(given: string): string {
  const folder = path.resolve(given);
  if (hasTables(folder)) return folder;
  throw new EntenteError(
    'not-found',
    `There is no ${IMPORT_ARGUMENTS} in ${folder}, so the tables there are not complete. Write them with: npm run load -- <path> --offline <folder>`,
  );
}

/** What the importer says, and what it means; the first that fits. */
const refusals = [
  {
    sign: /already exist/iu,
    failure: 'invalid',
    sentence: (home: string) =>
      `There is a database in ${home} already, and the importer only makes new ones. Add --overwrite-destination to delete it first, or name another --home.`,
  },
  {
    sign: /lock|in use/iu,
    failure: 'unavailable',
    sentence: (home: string) => `A Neo4j runs in ${home}. Stop it, then import.`,
  },
] as const;

function toError(output: string, home: string): EntenteError {
  const known = refusals.find(({ sign }) => sign.test(output));
  if (known !== undefined) return new EntenteError(known.failure, known.sentence(home));
  return new EntenteError(
    'invalid',
    `The importer refused the tables; what it left in ${home} cannot be used. Write them again, then import with --overwrite-destination. It says:\n${output.slice(-TAIL_CHARACTERS)}`,
  );
}

/** The importer names each of its four stages, and ends a line of dots with the stage's percentage. */
function followProgress(tell: ImportOptions['onProgress']): (text: string) => void {
  let stage = 0;
  return (text) => {
    for (const [, begun, percent] of text.matchAll(/\((\d)\/4\)|(\d+)% /gu)) {
      if (begun !== undefined) stage = Number(begun) - 1;
      tell?.(Math.round((100 * stage + Number(percent ?? 0)) / 4));
    }
  };
}

function readCount(output: string, what: string): number {
  const [, digits = '0'] = new RegExp(`^\\s+(\\d+) ${what}$`, 'mu').exec(output) ?? [];
  return Number(digits);
}
