import { Neo4jError, type Session } from 'neo4j-driver';

import type { Connection } from './connect';
import { toEntenteError } from './to-entente-error';

export const ENTITY_TEXT_INDEX = 'entente_entity_text';
export const PASSAGE_TEXT_INDEX = 'entente_passage_text';
export const PASSAGE_STEM_INDEX = 'entente_passage_stems';

const AWAIT_SECONDS = 300;
const timeoutMs = 60_000;

/** Folds case and accents, and takes Chinese letter by letter, so that any part of a Chinese name is a phrase. */
const FOLDING = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}";

/**
 * Stems English words, so that "deny" finds "denied". It folds no accents and finds no beginnings, so it stands beside the other. Neo4j
 * takes one full-text index for the same labels and properties; documents, which have no text, make these labels others.
 */
const STEMMING = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}";

const keys = [
  ['entity', 'Entity', 'id'],
  ['evidence', 'Evidence', 'id'],
  ['passage', 'Passage', 'id'],
  ['document', 'Document', 'id'],
  ['load', 'Load', 'id'],
  ['store', 'Store', 'id'],
  ['relation_type', 'RelationType', 'type'],
] as const;

const lookups = [
  ['evidence_relation', 'Evidence', 'relation'],
  ['entity_name', 'Entity', 'name'],
  ['entity_name_nfc', 'Entity', 'nameNfc'],
  ['entity_key', 'Entity', 'key'],
  ['alias_key', 'Alias', 'key'],
  ['alias_entity', 'Alias', 'entity'],
  ['evidence_attributed', 'Evidence', 'attributedToId'],
] as const;

const statements = [
  ...keys.map(
    ([name, label, property]) =>
      `CREATE CONSTRAINT entente_${name}_${property} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
  ),
  ...lookups.map(
    ([name, label, property]) =>
      `CREATE INDEX entente_${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
  ),
  `CREATE FULLTEXT INDEX ${ENTITY_TEXT_INDEX} IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.nameNfc, n.aliases] ${FOLDING}`,
  `CREATE FULLTEXT INDEX ${PASSAGE_TEXT_INDEX} IF NOT EXISTS FOR (n:Passage) ON EACH [n.text] ${FOLDING}`,
  `CREATE FULLTEXT INDEX ${PASSAGE_STEM_INDEX} IF NOT EXISTS FOR (n:Passage|Document) ON EACH [n.text] ${STEMMING}`,
];

/**
 * Creates the constraints and indexes that are missing and waits until they are online. It is
 * idempotent, also when two run it at once.
 * @throws `forbidden` for a user without the right, `unavailable` when the database does not answer
 */
export async function createSchema(connection: Connection): Promise<void> {
  const session = connection.openSession('write');
  try {
    // All in one transaction, unless somebody else does the same at this moment.
    await create(session, statements).catch(async (cause: unknown) => {
      ignoreEqual(cause);
      for (const statement of statements) await create(session, [statement]).catch(ignoreEqual);
    });
    await session.executeRead(
      (transaction) => transaction.run('CALL db.awaitIndexes($seconds)', { seconds: AWAIT_SECONDS }),
      {
        timeout: AWAIT_SECONDS * 1000,
      },
    );
  } catch (cause) {
    throw toEntenteError(cause, connection.address);
  } finally {
    await session.close();
  }
}

async function create(session: Session, some: readonly string[]): Promise<void> {
  await session.executeWrite(
    async (transaction) => {
      for (const statement of some) await transaction.run(statement);
    },
    { timeout: timeoutMs },
  );
}

/** Somebody else was quicker: what we wanted is there. */
const EQUAL = new Set([
  'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists',
  'Neo.ClientError.Schema.ConstraintAlreadyExists',
  'Neo.ClientError.Schema.IndexAlreadyExists',
]);

function ignoreEqual(cause: unknown): void {
  if (!(cause instanceof Neo4jError) || !EQUAL.has(cause.code)) throw cause;
}
