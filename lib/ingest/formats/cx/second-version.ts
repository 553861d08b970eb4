/** CX 2: nodes and edges with their values beside them, under names that may be declared to stand for others. */
import type { FoundReader, FoundTallies, FoundValue } from '../../graph-files/found-graph';
import { toAttributes, toNode } from '../../graph-files/json-graph';
import type { GraphRecord } from '../../graph-files/graph-record';
import { fieldOf, isRecord, toText, type JsonRecord } from '../../json/json-value';

/** What a name of a value stands for, and the value of what does not have it. */
interface Declared {
  readonly names: Map<string, string>;
  readonly defaults: Map<string, unknown>;
}

const NO_FRAME: ReadonlySet<string> = new Set();
const RELATIONS = ['interaction', 'shared interaction'];
/** Names that Cytoscape keeps twice. */
const REPEATED = ['shared name', 'shared interaction'];

export function createSecondReader({ unknownKinds }: FoundTallies): FoundReader {
  const settings = { isDirected: true, counted: [] };
  const declared = { nodes: toDeclared(undefined), edges: toDeclared(undefined) };
  return {
    take: (found: FoundValue): readonly GraphRecord[] => {
      const { path, file, value } = found;
      if (path[1] === 'attributeDeclarations') {
        declared.nodes = toDeclared(isRecord(value) ? fieldOf(value, 'nodes') : undefined);
        declared.edges = toDeclared(isRecord(value) ? fieldOf(value, 'edges') : undefined);
        return [];
      }
      if (path[1] === 'edges') return [toEdge(found, declared.edges)];
      if (!isRecord(value)) return [toRefused(found, 'the node is not an object; write one with an id')];
      const own = { ...valuesOf(value, declared.nodes), id: fieldOf(value, 'id') };
      return [toNode(file, { ...found, value: own }, { settings, unknownKinds })];
    },
  };
}

function toDeclared(value: unknown): Declared {
  const names = new Map<string, string>();
  const defaults = new Map<string, unknown>();
  for (const [name, about] of Object.entries(isRecord(value) ? value : {})) {
    if (!isRecord(about)) continue;
    const alias = toText(fieldOf(about, 'a'));
    if (alias !== undefined) names.set(alias, name);
    if (Object.hasOwn(about, 'v')) defaults.set(name, fieldOf(about, 'v'));
  }
  return { names, defaults };
}

function valuesOf(record: JsonRecord, { names, defaults }: Declared): JsonRecord {
  const given = fieldOf(record, 'v');
  const own = Object.entries(isRecord(given) ? given : {}).map(
    ([name, value]) => [names.get(name) ?? name, value] as const,
  );
  const all = new Map([...defaults, ...own]);
  for (const name of REPEATED) if (all.has(name.replace('shared ', ''))) all.delete(name);
  return Object.fromEntries(all);
}

function toEdge(found: FoundValue, declared: Declared): GraphRecord {
  const { file, line, raw, value } = found;
  if (!isRecord(value)) return toRefused(found, 'the edge is not an object; write one with s and t');
  const values = valuesOf(value, declared);
  const attributes = new Map(toAttributes(values, NO_FRAME));
  const type = RELATIONS.flatMap((name) => attributes.get(name) ?? [])[0];
  // "Ana (praised) Bo" repeats what else is there.
  if (type !== undefined) for (const name of [...RELATIONS, 'name']) attributes.delete(name);
  const [source, target] = [toText(fieldOf(value, 's')) ?? '', toText(fieldOf(value, 't')) ?? ''];
  return { kind: 'edge', file, line, raw, source, target, type, isDirected: true, attributes };
}

function toRefused({ file, line, raw }: FoundValue, reason: string): GraphRecord {
  return { kind: 'refused', file, line, raw, reason };
}
