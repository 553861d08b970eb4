import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

import { classifyStatement, toKey, type Use } from './classify-statement';
import { findTextFault } from '../../rows/check-text';
import type { RdfQuad } from './read-rdf';
import {
  addAlias,
  addDescription,
  addKind,
  addName,
  addNamePart,
  addSame,
  createResource,
  describeResource,
  type Resource,
} from './resource';
import type { RdfOverview } from './scope';
import { describedBy, isWikidataProperty, noteFieldOf, WIKIDATA_ENTITY, type NoteField } from './words';

/** What annotations say of a statement, or a description of a graph. */
export type Note = ReadonlyMap<NoteField, readonly string[]>;

/** What RDF says of its resources. */
export interface RdfResources {
  /**
   * Takes a statement.
   * @returns why its text is unusable, if it is
   */
  take(quad: RdfQuad): string | undefined;
  /** What is an end of a relation, or is described and is no property, class or document. */
  entities(): readonly Entity[];
  readonly idOf: (key: string) => EntityId;
  readonly find: (key: string) => Readonly<Resource> | undefined;
  readonly noteOf: (key: string) => Note | undefined;
  /** The predicates of relations. */
  readonly predicates: ReadonlySet<string>;
}

const SYMMETRIC = 'http://www.w3.org/2002/07/owl#SymmetricProperty';

/**
 * Creates the resources of a file.
 * @param overview - what a first pass over the file found
 * @param dataset - the name of the dataset, within which blank nodes are unique
 */
export function createRdfResources(overview: RdfOverview, dataset: string): RdfResources {
  const state = createState();
  const takers = createTakers(state);
  // Statements that are only quoted have ends as well.
  for (const { subject, predicate, object, isRelation } of overview.reifiers.values()) {
    if (isRelation) state.addEnds(subject, predicate, object);
  }

  function idOf(key: string): EntityId {
    if (key.startsWith(WIKIDATA_ENTITY)) return EntityId.parse(key.slice(WIKIDATA_ENTITY.length));
    return EntityId.parse(deriveId('e', key.startsWith('_:') ? [dataset, key] : ['iri', key]));
  }

  function isEntity([key, { isEnd }]: readonly [string, Resource]): boolean {
    return (
      isEnd ||
      !(
        isWikidataProperty(key) ||
        state.predicates.has(key) ||
        state.classes.has(key) ||
        overview.documents.has(key)
      )
    );
  }

  return {
    take: (quad) => {
      const fault = quad.object.termType === 'Literal' ? findTextFault(quad.object.value) : undefined;
      if (fault === undefined) takers[classifyStatement(quad, overview)]?.(quad);
      return fault;
    },
    entities: () => {
      const chosen = new Map([...state.resources].filter(isEntity));
      lendNames(chosen);
      return [...chosen].map(([key, resource]) => {
        const { sameAs: same } = resource;
        const sameAs = same !== undefined && chosen.has(same) ? idOf(same) : same;
        return { id: idOf(key), ...describeResource(key, resource), ...(sameAs !== undefined && { sameAs }) };
      });
    },
    idOf,
    find: (key) => state.resources.get(key) ?? state.resources.get(describedBy(key)),
    noteOf: (key) => state.notes.get(key),
    predicates: state.predicates,
  };
}

/** What has no name of its own is called as what is the same is. */
function lendNames(resources: ReadonlyMap<string, Resource>): void {
  for (const { name, nameRank, sameAs } of resources.values()) {
    const other = sameAs === undefined ? undefined : resources.get(sameAs);
    if (name !== undefined && other && other.name === undefined) Object.assign(other, { name, nameRank });
  }
}

type State = ReturnType<typeof createState>;

function createState() {
  const resources = new Map<string, Resource>();
  const notes = new Map<string, Map<NoteField, string[]>>();
  const predicates = new Set<string>();

  function resourceOf(key: string): Resource {
    const resource = resources.get(key) ?? createResource();
    if (!resources.has(key)) resources.set(key, resource);
    return resource;
  }

  return {
    resources,
    notes,
    predicates,
    classes: new Set<string>(),
    resourceOf,
    addEnds: (subject: string, predicate: string, object: string): void => {
      resourceOf(subject).isEnd = true;
      resourceOf(object).isEnd = true;
      predicates.add(predicate);
    },
    addNote: (key: string, field: NoteField | undefined, text: string): void => {
      if (field === undefined) return;
      const note = notes.get(key) ?? new Map<NoteField, string[]>();
      notes.set(key, note.set(field, [...(note.get(field) ?? []), text]));
    },
  };
}

function createTakers(state: State): Partial<Record<Use, (quad: RdfQuad) => void>> {
  const of = ({ subject }: RdfQuad): Resource => state.resourceOf(toKey(subject));
  return {
    annotation: ({ subject, predicate, object }) => {
      state.addNote(toKey(subject), noteFieldOf(predicate.value, 'statement'), toKey(object));
    },
    metadata: ({ subject, predicate, object }) => {
      state.addNote(toKey(subject), noteFieldOf(predicate.value, 'graph'), toKey(object));
    },
    name: (quad) => {
      addName(of(quad), quad.predicate, quad.object);
    },
    alias: (quad) => {
      addAlias(of(quad), quad.object.value);
    },
    description: (quad) => {
      addDescription(of(quad), quad.object);
    },
    kind: (quad) => {
      addKind(of(quad), quad.object.value);
      state.classes.add(toKey(quad.object));
    },
    same: (quad) => {
      addSame(of(quad), toKey(quad.object));
    },
    schema: (quad) => {
      if (quad.object.value === SYMMETRIC) of(quad).isSymmetric = true;
      state.classes.add(toKey(quad.subject));
    },
    value: (quad) => {
      addNamePart(of(quad), quad.predicate, quad.object.value);
    },
    relation: ({ subject, predicate, object }) => {
      state.addEnds(toKey(subject), predicate.value, toKey(object));
    },
  };
}
