import type { GraphRecord } from '../../graph-files/graph-record';
import { fieldOf, firstFieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { toAttributes, toTexts } from '../../json/to-attributes';
import type { Attributes } from '../../names/read-attributes';

const IDS = ['identity', 'id', 'elementId'];
const STARTS = ['start', 'startNode', 'startNodeElementId'];
const ENDS = ['end', 'endNode', 'endNodeElementId'];
/** Lists and maps in a row are looked into so deep; a path is three levels. */
const DEEPEST = 8;

/** Whether a row of a result holds a node or a relationship. */
export function holdsGraph(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.some((each) => holdsGraph(each, depth + 1));
  if (!isRecord(value)) return false;
  return (
    isNode(value) || isRelationship(value) || Object.values(value).some((each) => holdsGraph(each, depth + 1))
  );
}

/** Makes records of the rows of a result; what stands in several of them is taken once. */
export function createResultReader(file: string): {
  readonly take: (value: unknown, line: number) => readonly GraphRecord[];
} {
  const seen = new Set<string>();

  function takeOnce(key: string, record: GraphRecord): readonly GraphRecord[] {
    if (seen.has(key)) return [];
    seen.add(key);
    return [record];
  }

  function take(value: unknown, line: number, depth = 0): readonly GraphRecord[] {
    if (depth > DEEPEST) return [];
    if (Array.isArray(value)) return value.flatMap((each) => take(each, line, depth + 1));
    if (!isRecord(value)) return [];
    const place = { file, line, raw: toShown(value) };
    if (isNode(value)) {
      const id = idOf(value, IDS);
      const kinds = toTexts(fieldOf(value, 'labels'));
      return takeOnce(`node ${id}`, { ...place, kind: 'node', id, kinds, attributes: propertiesOf(value) });
    }
    if (isRelationship(value)) {
      const ends = { source: idOf(value, STARTS), target: idOf(value, ENDS) };
      const type = toText(fieldOf(value, 'type'));
      return takeOnce(`relationship ${idOf(value, IDS)}`, {
        ...place,
        kind: 'edge',
        ...ends,
        type,
        isDirected: true,
        attributes: propertiesOf(value),
      });
    }
    return Object.values(value).flatMap((each) => take(each, line, depth + 1));
  }

  return { take };
}

function isNode(value: JsonRecord): boolean {
  return (
    Array.isArray(fieldOf(value, 'labels')) &&
    isRecord(fieldOf(value, 'properties')) &&
    idOf(value, IDS) !== ''
  );
}

function isRelationship(value: JsonRecord): boolean {
  return (
    typeof fieldOf(value, 'type') === 'string' &&
    isRecord(fieldOf(value, 'properties')) &&
    [IDS, STARTS, ENDS].every((names) => idOf(value, names) !== '')
  );
}

/**
 * Returns the first id there is; nodes and the ends of relationships have the same ids in the same
 * order.
 */
function idOf(value: JsonRecord, names: readonly string[]): string {
  return toText(toPlain(firstFieldOf(value, names))) ?? '';
}

function propertiesOf(value: JsonRecord): Attributes {
  const properties = fieldOf(value, 'properties');
  if (!isRecord(properties)) return new Map();
  return toAttributes(
    Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, toPlain(each)])),
  );
}

const HALF = 2 ** 32;

/** Whole numbers may stand in two halves. */
function toPlain(value: unknown): unknown {
  if (!isRecord(value) || Object.keys(value).length !== 2) return value;
  const [low, high] = [fieldOf(value, 'low'), fieldOf(value, 'high')];
  if (typeof low !== 'number' || typeof high !== 'number') return value;
  return high * HALF + (low >>> 0);
}
