/** The environment, parsed once: the only place that reads variables of our own. */
import { z } from 'zod';

/** Where the graph is. */
type StoreChoice =
  | { readonly engine: 'embedded'; readonly folder: string }
  | {
      readonly engine: 'neo4j';
      readonly address: string;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

export interface Env {
  readonly host: string;
  readonly port: number;
  readonly store: StoreChoice;
  /** Folder of what Entente keeps: the embedded store, rejects, a Neo4j of its own. */
  readonly data: string;
  readonly adminPassword: string | undefined;
  /** Of the user as whom a database that is loaded from is read. */
  readonly sourcePassword: string | undefined;
  /** The address people use when Entente stands behind a proxy; scheme, host and port only. */
  readonly origin: string | undefined;
  /** Bytes that one upload of the Load page may hold. */
  readonly uploadMaxBytes: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const UPLOAD_MAX_DEFAULT = 1024 ** 3;
const NEO4J_ADDRESS = /^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^/]+$/u;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/iu;

const Variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('has to be a number').int().min(0).max(65_535).default(3000),
  ENTENTE_STORE: z
    .string()
    .refine(
      (text) => text === 'embedded' || NEO4J_ADDRESS.test(text),
      'has to be "embedded" or an address such as neo4j://localhost:7687',
    )
    .default('embedded'),
  ENTENTE_DATA: z.string().default('.entente'),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  NEO4J_DATABASE: z.string().default('neo4j'),
  ENTENTE_ADMIN_PASSWORD: z.string().optional(),
  ENTENTE_SOURCE_PASSWORD: z.string().optional(),
  ENTENTE_ORIGIN: z
    .string()
    .refine(isOrigin, 'has to be an address such as https://graph.example.org, without a path')
    .optional(),
  ENTENTE_UPLOAD_MAX: z.coerce.number('has to be a number of bytes').int().min(1).default(UPLOAD_MAX_DEFAULT),
});

/**
 * Reads the configuration from environment variables, and fills in the defaults; an empty variable
 * counts as not set.
 * @param variables - the variables, by default those of the process
 * @throws an `Error` that names every variable that is wrong and what it has to be; it repeats no
 *   value, since some are secret
 */
export function readEnv(variables: Variables = process.env): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The environment is invalid: ${wrong.join('; ')}.`);
  }
  const { data } = parsed;
  return {
    host: data.HOST,
    port: data.PORT,
    store: toStoreChoice(data),
    data: data.ENTENTE_DATA,
    adminPassword: data.ENTENTE_ADMIN_PASSWORD,
    sourcePassword: data.ENTENTE_SOURCE_PASSWORD,
    origin: data.ENTENTE_ORIGIN && new URL(data.ENTENTE_ORIGIN).origin,
    uploadMaxBytes: data.ENTENTE_UPLOAD_MAX,
  };
}

/**
 * Checks whether a server may listen: an address that other machines can reach needs a password
 * that somebody has chosen.
 * @returns a sentence that says why it must not, or undefined when it may
 */
export function checkListener({ host, adminPassword }: Env): string | undefined {
  if (LOOPBACK.test(host) || adminPassword !== undefined) return undefined;
  return `HOST is ${host}, which other machines can reach, but no admin password is set. Set ENTENTE_ADMIN_PASSWORD, or leave HOST at 127.0.0.1.`;
}

function toStoreChoice(data: z.infer<typeof Variables>): StoreChoice {
  if (data.ENTENTE_STORE === 'embedded') return { engine: 'embedded', folder: data.ENTENTE_DATA };
  return {
    engine: 'neo4j',
    address: data.ENTENTE_STORE,
    user: data.NEO4J_USER,
    password: data.NEO4J_PASSWORD,
    database: data.NEO4J_DATABASE,
  };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/u.test(url.protocol) && url.pathname === '/' && url.search === '';
}
