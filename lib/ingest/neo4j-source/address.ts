import { EntenteError } from '@/lib/model/entente-error';

const ADDRESS = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//iu;
/** A host is a name, an address of numbers, or one of IPv6 in brackets. */
const PARTS =
  /^(?<scheme>\w+(?:\+s|\+ssc)?):\/\/(?<host>[\w.-]+|\[[\da-f:.]+\])(?::(?<port>\d{1,5}))?\/?(?<more>.*)$/iu;

/** Whether what a person gave to load is the address of a database. */
export function isDatabaseAddress(given: string): boolean {
  return ADDRESS.test(given);
}

/**
 * Looks at the address of a database.
 *
 * @returns host and port, and the address as the driver takes it
 * @throws `invalid` where it holds more; what it holds is not repeated, since it may be a password
 */
export function parseAddress(given: string): { readonly host: string; readonly address: string } {
  if (given.includes('@'))
    throw new EntenteError(
      'invalid',
      'User and password do not belong into the address of a database, where others see them. Give --user, and the password in ENTENTE_SOURCE_PASSWORD, or when asked.',
    );
  const parts = PARTS.exec(given)?.groups;
  if (parts === undefined)
    throw new EntenteError('invalid', `'${given}' is no address of a database. Write neo4j://host:7687.`);
  const { scheme = '', host = '', port = '7687', more = '' } = parts;
  if (more !== '')
    throw new EntenteError(
      'invalid',
      `The address of a database ends behind the port, and this one goes on with '${more}'. Name the database with --database.`,
    );
  return { host: `${host}:${port}`, address: `${scheme.toLowerCase()}://${host}:${port}` };
}
