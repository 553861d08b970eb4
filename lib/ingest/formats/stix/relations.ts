/** What joins objects of STIX: relationships and sightings. */
import type { ExtractedRelation } from '../../extracted/extracted-graph';
import { fieldOf } from '../../json/json-value';
import type { Piece } from '../../source';
import { dayOf, textOf, textsOf, type StixObject } from './objects';
import type { StixSource } from './sources';

/** What joins two objects, by their ids. */
export interface StixJoin {
  readonly source: string;
  readonly type: string;
  readonly target: string;
}

export const RELATION_MEMBERS: ReadonlySet<string> = new Set(
  ['type', 'id', 'spec_version', 'created', 'modified', 'created_by_ref', 'revoked', 'description'].concat(
    ['external_references', 'object_marking_refs', 'source_ref', 'target_ref', 'relationship_type'],
    ['start_time', 'stop_time', 'first_seen', 'last_seen', 'confidence', 'where_sighted_refs'],
    ['sighting_of_ref', 'x_opencti_negative'],
  ),
);
const MOST_PERCENT = 100;

/** Returns what an object joins: nothing for one that is no relationship or sighting, or that does not say who saw it. */
export function toJoins({ type, value }: StixObject): readonly StixJoin[] {
  if (type === 'relationship') {
    const name = textOf(value, 'relationship_type')?.replaceAll('-', ' ') ?? '';
    return [
      { source: textOf(value, 'source_ref') ?? '', type: name, target: textOf(value, 'target_ref') ?? '' },
    ];
  }
  if (type !== 'sighting') return [];
  const seen = textOf(value, 'sighting_of_ref') ?? '';
  return textsOf(value, 'where_sighted_refs').map((where) =>
    // A place sees nothing.
    where.startsWith('location--')
      ? { source: seen, type: 'sighted in', target: where }
      : { source: where, type: 'sighted', target: seen },
  );
}

/** Returns the relation, once for each source of it. */
export function toRelations(
  { value, file, line, raw }: StixObject,
  join: StixJoin,
  sources: readonly StixSource[],
): readonly ExtractedRelation[] {
  return sources.map(({ chunk, document, statement, attributedTo, stance }) => {
    const cells = toCells(value, stance);
    if (attributedTo !== undefined) cells.set('attributed_to', attributedTo);
    return {
      ...join,
      ...{ file, line, raw, statement, cells, isDirected: join.type !== 'related to' },
      evidence: chunk === undefined ? [] : [{ chunk: chunk.key }],
      documents: document === undefined ? [] : [document],
    };
  });
}

function toCells(value: StixObject['value'], stance: StixSource['stance']): Map<string, string> {
  const confidence = fieldOf(value, 'confidence');
  const isShare = typeof confidence === 'number' && confidence >= 0 && confidence <= MOST_PERCENT;
  const isNegative = fieldOf(value, 'x_opencti_negative') === true;
  const cells = {
    start: dayOf(textOf(value, 'start_time') ?? textOf(value, 'first_seen')),
    end: dayOf(textOf(value, 'stop_time') ?? textOf(value, 'last_seen')),
    confidence: isShare ? `${confidence}%` : undefined,
    stance: stance ?? (isNegative ? 'denies' : undefined),
  };
  return new Map(
    Object.entries(cells).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, cell] as const])),
  );
}

/** Returns a row that cannot be used, with the reason. */
export function toRefusedRow(
  { file, line, raw }: StixObject,
  { source, type, target }: StixJoin,
  problem: { readonly column: string; readonly reason: string },
): Piece {
  const cells = new Map([
    ['subject', source],
    ['relation', type],
    ['object', target],
  ]);
  return { kind: 'row', row: { file, line, raw, cells, problem } };
}
