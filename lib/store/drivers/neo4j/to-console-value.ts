import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver';

import { toPlainMap, toPlainValue } from './to-plain-value';

/**
 * Looks up the `id` property of a node by the database's element id; null where the node has none.
 */
export type IdOf = (elementId: string) => unknown;

/**
 * Converts a value of a console row to a `CypherValue`: nodes, relationships and paths are marked
 * with `$type` and carry our ids; the database's own ids stay here.
 * @param value - a value as the driver returns it
 * @param idOf - looks up our id of a node
 */
export function toConsoleValue(value: unknown, idOf: IdOf): unknown {
  if (typeof value !== 'object' || value === null) return toPlainValue(value);
  if (Array.isArray(value)) return value.map((item) => toConsoleValue(item, idOf));
  if (neo4j.isNode(value)) return toNode(value);
  if (neo4j.isRelationship(value)) return toRelationship(value, idOf);
  if (neo4j.isPath(value)) return toPath(value, idOf);
  if (!isMap(value)) return toPlainValue(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toConsoleValue(item, idOf)]));
}

/** Calls back for every node and relationship in a value, at any depth; a path's nodes come before its relationships. */
export function visitElements(
  value: unknown,
  visit: { node: (node: Node) => void; relationship: (relationship: Relationship) => void },
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) visitElements(item, visit);
  else if (neo4j.isNode(value)) visit.node(value);
  else if (neo4j.isRelationship(value)) visit.relationship(value);
  else if (neo4j.isPath(value)) visitElements([...nodesOf(value), ...relationshipsOf(value)], visit);
  else if (isMap(value)) for (const item of Object.values(value)) visitElements(item, visit);
}

function toNode({ labels, properties }: Node): unknown {
  return { $type: 'node', labels, properties: toPlainMap(properties) };
}

function toRelationship(relationship: Relationship, idOf: IdOf): unknown {
  const { type, startNodeElementId, endNodeElementId, properties } = relationship;
  return {
    $type: 'relationship',
    type,
    start: idOf(startNodeElementId),
    end: idOf(endNodeElementId),
    properties: toPlainMap(properties),
  };
}

function toPath(path: Path, idOf: IdOf): unknown {
  return {
    $type: 'path',
    nodes: nodesOf(path).map(toNode),
    relationships: relationshipsOf(path).map((relationship) => toRelationship(relationship, idOf)),
  };
}

function nodesOf({ start, segments }: Path): readonly Node[] {
  return [start, ...segments.map(({ end }) => end)];
}

function relationshipsOf({ segments }: Path): readonly Relationship[] {
  return segments.map(({ relationship }) => relationship);
}

/** What the driver makes no class of its own for. */
function isMap(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
