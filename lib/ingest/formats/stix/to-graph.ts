/** From the objects of STIX to a graph: things, and a relation for each source of what joins them. */
import type { ExtractedChunk, ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import type { HeldGraph } from '../../extracted/open-extracted';
import { fieldOf } from '../../json/json-value';
import { createTally, noteTally, type Tally } from '../../rows/tally';
import type { Piece } from '../../source';
import { noteMarkings } from './markings';
import type { StixObject, StixObjects } from './objects';
import { RELATION_MEMBERS, toJoins, toRefusedRow, toRelations, type StixJoin } from './relations';
import { createStixSources } from './sources';
import { canBeEnd, ENTITY_MEMBERS, isThing, toStixEntity } from './things';

const NO_OBSERVER = 'the sighting does not say who saw it (where_sighted_refs), so that it joins nobody';

/** @param unread - where members that are not read are counted */
export function toStixGraph(
  { objects: all, rejects, notices, older }: StixObjects,
  unread: Tally,
): HeldGraph {
  const revoked = new Set([...all.values()].filter(isRevoked).map(({ id }) => id));
  const objects = new Map([...all].filter(([id]) => !revoked.has(id)));
  const things = createThings(objects, unread);
  const sources = createStixSources(objects);
  const chunks = new Map<string, ExtractedChunk>();
  const relations: ExtractedRelation[] = [];
  const refused: Piece[] = [];
  const told = { revoked: revoked.size, ends: 0, older };

  function join(object: StixObject, each: StixJoin): void {
    if (revoked.has(each.source) || revoked.has(each.target)) {
      told.ends += 1;
      return;
    }
    const problem = findProblem(each, things);
    if (problem) {
      refused.push(toRefusedRow(object, each, problem));
      return;
    }
    const said = sources.of(object);
    for (const { chunk } of said) if (chunk !== undefined) chunks.set(chunk.key, chunk);
    relations.push(...toRelations(object, each, said));
  }

  for (const object of objects.values()) {
    const joins = toJoins(object);
    if (object.type === 'sighting' && joins.length === 0)
      refused.push(toRefusedRow(object, NOBODY, { column: 'subject', reason: NO_OBSERVER }));
    for (const each of joins) join(object, each);
    if (joins.length > 0) tellUnread(object, RELATION_MEMBERS, unread);
  }
  return {
    entities: things.all(),
    relations,
    chunks: [...chunks.values()],
    rejects: [...rejects, ...refused],
    notices: [
      ...notices,
      ...noteLeft(told),
      ...sources.notices(),
      ...noteMarkings(objects),
      ...things.notices(),
    ],
  };
}

const NOBODY: StixJoin = { source: '', type: 'sighted', target: '' };

function isRevoked({ value }: StixObject): boolean {
  return fieldOf(value, 'revoked') === true;
}

interface Things {
  /** Returns why an object cannot be an end, or undefined when it is one. */
  readonly faultOf: (id: string) => string | undefined;
  readonly all: () => readonly ExtractedEntity[];
  readonly notices: () => readonly string[];
}

/** Named objects are entities, and whatever else something joins. */
function createThings(objects: ReadonlyMap<string, StixObject>, unread: Tally): Things {
  const entities = new Map<string, ExtractedEntity>();
  const references = createTally();

  function add(object: StixObject): boolean {
    if (entities.has(object.id)) return true;
    const entity = toStixEntity(object);
    if (entity === undefined) return false;
    entities.set(object.id, entity);
    tellUnread(object, ENTITY_MEMBERS, unread);
    if (Object.hasOwn(object.value, 'external_references')) references.add(object.type);
    return true;
  }

  for (const object of objects.values()) if (isThing(object)) add(object);
  return {
    faultOf: (id) => {
      if (id === '') return 'the relationship does not say what it joins';
      const object = objects.get(id);
      if (object === undefined || !canBeEnd(object))
        return `there is no object '${id.slice(0, 80)}' in the file; add the bundle that has it`;
      return add(object) ? undefined : `the ${object.type} '${id.slice(0, 80)}' has no name; give it one`;
    },
    all: () => [...entities.values()],
    notices: () =>
      noteTally('Things with references of their own, which are no evidence of a relation', references),
  };
}

function findProblem(
  { source, target }: StixJoin,
  things: Things,
): { column: string; reason: string } | undefined {
  const [subject, object] = [things.faultOf(source), things.faultOf(target)];
  if (subject !== undefined) return { column: 'subject', reason: subject };
  return object === undefined ? undefined : { column: 'object', reason: object };
}

function tellUnread({ value }: StixObject, read: ReadonlySet<string>, unread: Tally): void {
  for (const name of Object.keys(value)) if (!read.has(name)) unread.add(name);
}

function noteLeft({
  revoked,
  ends,
  older,
}: Readonly<Record<'revoked' | 'ends' | 'older', number>>): readonly string[] {
  return [
    ...(revoked === 0 ? [] : [`Objects that were revoked and are not read: ${revoked}.`]),
    ...(ends === 0 ? [] : [`Relationships of objects that were revoked, which are not read: ${ends}.`]),
    ...(older === 0 ? [] : [`Versions of objects of which a newer one was read: ${older}.`]),
  ];
}
