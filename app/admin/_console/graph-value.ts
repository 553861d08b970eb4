/** Reads the graph values of a console row, which carry `$type`; any other value is plain JSON. */

export interface EntityValue {
  readonly id: string;
  readonly name: string;
}

/** In: a cell. Out: the entity that it is, or undefined for anything else. */
export function toEntityValue(value: unknown): EntityValue | undefined {
  if (!isRecord(value) || value['$type'] !== 'node' || !isRecord(value['properties'])) return undefined;
  const labels = value['labels'];
  const { id, name } = value['properties'];
  if (!Array.isArray(labels) || !labels.includes('Entity') || typeof id !== 'string') return undefined;
  return { id, name: typeof name === 'string' ? name : id };
}

/** In: a cell. Out: the ids of all entities in it: nodes, ends of relationships, and those within lists, maps and paths. */
export function findEntityIds(value: unknown): readonly string[] {
  const entity = toEntityValue(value);
  if (entity) return [entity.id];
  if (Array.isArray(value)) return value.flatMap(findEntityIds);
  if (!isRecord(value)) return [];
  if (value['$type'] === 'relationship') return findEnds(value);
  return Object.values(value).flatMap(findEntityIds);
}

/** In: a cell. Out: the one line that a table shows of it. */
export function toCellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  const entity = toEntityValue(value);
  if (entity) return entity.name;
  if (!isRecord(value)) return JSON.stringify(value);
  const { $type, type, labels, properties } = value;
  if ($type === 'relationship') return `:${String(type)} ${toPropertiesText(properties)}`;
  if ($type === 'node')
    return `${Array.isArray(labels) ? labels.map((label) => `:${label}`).join('') : ''} ${toPropertiesText(properties)}`;
  return JSON.stringify(value);
}

function toPropertiesText(properties: unknown): string {
  return isRecord(properties) ? JSON.stringify(properties) : '';
}

/** Ends that are not entities (a passage, a document) are refused by the store when it looks the ids up, so both are given. */
function findEnds({ start, end }: Readonly<Record<string, unknown>>): readonly string[] {
  return [start, end].filter((id) => typeof id === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
