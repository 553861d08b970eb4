import { createHash } from 'node:crypto';

import { valueOf, type BuiltNode } from '../extracted/built-graph';
import type { Builder } from '../extracted/builders';

export interface NodeKeys {
  /** Returns by what a node is known from load to load. */
  readonly keyOf: (node: BuiltNode, id: string) => string;
  readonly notices: () => readonly string[];
}

/**
 * Makes keys of what tells nodes apart in their own words: what the tool calls their id, or else their name; of several with the same those
 * with other labels have them in it as well. The database's own ids, which it gives again when a node is deleted, serve only where
 * nothing else does. The oldest node has the shortest key, so that one that comes later changes none that was there.
 */
export function createNodeKeys(builder: Builder): NodeKeys {
  const used = new Set<string>();
  const counts = { byId: 0 };

  function take(...parts: readonly string[]): string | undefined {
    const key = parts.join('\u001f');
    if (used.has(key)) return undefined;
    used.add(key);
    return key;
  }

  function takeOwn(node: BuiltNode, own: string, id: string): string {
    const labels = [...node.labels].sort().join(':');
    const key = own === '' ? undefined : (take(own) ?? take(own, labels));
    if (key !== undefined) return key;
    // What nothing names is not stored.
    if (own !== '') counts.byId += 1;
    return take(own, labels, id) ?? id;
  }

  return {
    keyOf: (node, id) => {
      if (node.labels.includes(builder.chunk.label)) return takeOwn(node, chunkKeyOf(node, builder), id);
      // Nothing that is stored is known by the keys of what orders the store.
      if (node.labels.some((label) => builder.structure.includes(label)))
        return take(`of the store ${id}`) ?? id;
      return takeOwn(node, entityKeyOf(node, builder), id);
    },
    notices: () =>
      counts.byId === 0
        ? []
        : [
            `Nodes that nothing but the database's own ids tell apart: ${counts.byId}. It may give such an id to another node once this one is deleted; loaded again, that one would then be taken for it.`,
          ],
  };
}

function entityKeyOf({ attributes }: BuiltNode, { ids = [], names }: Builder): string {
  return valueOf(attributes, ids) ?? valueOf(attributes, names) ?? '';
}

function chunkKeyOf({ attributes }: BuiltNode, { chunk }: Builder): string {
  const own = valueOf(attributes, chunk.key);
  const text = valueOf(attributes, chunk.text) ?? '';
  return `chunk ${own ?? createHash('sha256').update(text).digest('hex')}`;
}
