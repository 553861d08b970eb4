import type { GrafeoDB } from '@grafeo-db/js';

import { isMap } from '../protocol';

/** The engine's own keys in a node or relationship; its ids never leave the driver. */
const ENGINE_KEYS = new Set(['_id', '_labels', '_type', '_source', '_target']);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Creates a function that converts a value of a result to plain JSON. Nodes, relationships and
 * paths carry `$type`; the ends of relationships are given by our own ids.
 * @param database - looks up the nodes at the ends
 */
export function createValueConverter(database: Pick<GrafeoDB, 'getNode'>): (value: unknown) => unknown {
  const ids = new Map<number, string | null>();
  const endOf = (engineId: unknown): string | null => {
    if (typeof engineId !== 'number') return null;
    const known = ids.get(engineId);
    if (known !== undefined) return known;
    const id: unknown = database.getNode(engineId)?.get('id');
    const text = typeof id === 'string' ? id : null;
    ids.set(engineId, text);
    return text;
  };
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return toScalar(value);
    if (value instanceof Date) return value.toISOString();
    if (ArrayBuffer.isView(value)) return toList(value);
    const fields: Fields = Object.fromEntries(Object.entries(value));
    if (isNode(fields)) {
      return { $type: 'node', labels: fields['_labels'], properties: propertiesOf(fields) };
    }
    if (isRelationship(fields)) {
      const { _type: type, _source: source, _target: target } = fields;
      return {
        $type: 'relationship',
        type,
        start: endOf(source),
        end: endOf(target),
        properties: propertiesOf(fields),
      };
    }
    if (isPath(fields)) {
      return { $type: 'path', nodes: convert(fields['nodes']), relationships: convert(fields['edges']) };
    }
    return convertAll(Object.entries(fields));
  };
  const convertAll = (entries: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries(entries.map(([key, each]) => [key, convert(each)]));
  const propertiesOf = (fields: Fields) =>
    convertAll(Object.entries(fields).filter(([key]) => !ENGINE_KEYS.has(key)));
  return convert;
}

function isNode(fields: Fields): boolean {
  return typeof fields['_id'] === 'number' && Array.isArray(fields['_labels']);
}

function isRelationship(fields: Fields): boolean {
  return typeof fields['_id'] === 'number' && typeof fields['_type'] === 'string' && '_source' in fields;
}

function isPath(fields: Fields): boolean {
  const { nodes, edges } = fields;
  if (Object.keys(fields).length !== 2 || !Array.isArray(nodes) || !Array.isArray(edges)) return false;
  return nodes.length === edges.length + 1 && nodes.every((node: unknown) => isMap(node) && isNode(node));
}

function toScalar(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value ?? null;
}

function toList(view: ArrayBufferView): unknown {
  if (view instanceof Float32Array) return [...view];
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('base64');
}
