import type { Record as Neo4jRecord, Transaction } from 'neo4j-driver';

import type { ConsoleRun } from './console-run';
import { toConsoleValue, visitElements } from './to-console-value';
import { toPlainValue } from './to-plain-value';

/** So many rows wait at most until the ends of their relationships are known. */
const HELD_MAX = 100;

const IDS_OF_NODES = `MATCH (n) WHERE elementId(n) IN $nodes RETURN elementId(n) AS node, n.id AS id`;

/**
 * Reads the rows of a result no faster than they are consumed.
 * @param run - the console statement that the result belongs to
 * @param records - the records of the result
 * @param columns - the names of its columns, in the order in which a row lists its values
 */
export async function* readConsoleRows(
  run: ConsoleRun,
  records: AsyncIterator<Neo4jRecord>,
  columns: readonly string[],
): AsyncGenerator<readonly unknown[]> {
  const ids = createNodeIds(run.transaction);
  let held: (readonly unknown[])[] = [];
  for (;;) {
    const next = await run.wait(records.next());
    if (next.done !== true) {
      const record = next.value;
      const row = columns.map((column): unknown => record.get(column));
      ids.note(row);
      held.push(row);
    }
    if (next.done === true || !ids.isAnyMissing() || held.length >= HELD_MAX) {
      await run.wait(ids.findMissing());
      for (const row of held) yield row.map((value) => toConsoleValue(value, ids.idOf));
      held = [];
    }
    if (next.done === true) return;
  }
}

/** Knows our ids of the nodes that a result has shown, and asks for those that its relationships merely name. */
function createNodeIds(transaction: Transaction) {
  const known = new Map<string, unknown>();
  const missing = new Set<string>();
  const learn = (node: string, id: unknown) => {
    known.set(node, toPlainValue(id ?? null));
    missing.delete(node);
  };
  return {
    note: (row: readonly unknown[]) => {
      visitElements(row, {
        node: ({ elementId, properties }) => {
          learn(elementId, properties['id']);
        },
        relationship: ({ startNodeElementId, endNodeElementId }) => {
          for (const node of [startNodeElementId, endNodeElementId]) {
            if (!known.has(node)) missing.add(node);
          }
        },
      });
    },
    isAnyMissing: () => missing.size > 0,
    findMissing: async () => {
      if (missing.size === 0) return;
      const { records } = await transaction.run(IDS_OF_NODES, { nodes: [...missing] });
      for (const record of records) learn(String(record.get('node')), record.get('id'));
    },
    idOf: (node: string) => known.get(node) ?? null,
  };
}
