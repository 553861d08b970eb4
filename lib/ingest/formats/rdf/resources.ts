import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

import { classifyStatement, type Use } from './classify-statement';
import { findTextFault } from '../../rows/check-text';
import { toStatementKey } from './read-quoted';
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
import { toKey } from './to-key';
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
  /** Takes what is only quoted, and whose source is known, for relations too; once all statements are taken. */
  addQuoted(): void;
  /** What is an end of a relation, or is described and is no property, class or document, and made none. */
  entities(): readonly Entity[];
  readonly idOf: (key: string) => EntityId;
  readonly find: (key: string) => Readonly<Resource> | undefined;
  readonly noteOf: (key: string) => Note | undefined;
  /** Returns what is said of a quoted statement: a note each time that something is. */
  readonly notesOf: (statement: string) => readonly Note[];
  /** Whether the file makes a statement that it quotes, by its key. */
  readonly isMade: (statement: string) => boolean;
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
  const takers = createTakers(state, overview);

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
        overview.documents.has(key) ||
        overview.activities.has(key) ||
        overview.agents.has(key)
      )
    );
  }

  /** What holds a statement says of it what the statement's own annotations do not. */
  function notesOf(statement: string): readonly Note[] {
    return (overview.annotated.get(statement) ?? []).flatMap((speakers) => {
      const notes = speakers.flatMap((speaker) => state.notes.get(speaker) ?? []);
      return notes.length === 0 ? [] : [new Map(notes.reverse().flatMap((note) => [...note]))];
    });
  }

  return {
    addQuoted: () => {
      for (const [key, { subject, predicate, object, isRelation }] of overview.quoted)
        if (isRelation && notesOf(key).some(hasSource)) state.addEnds(subject, predicate, object);
    },
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
    notesOf,
    isMade: (statement) => state.made.has(statement),
    predicates: state.predicates,
  };
}

/** Whether an annotation says where a statement comes from. */
export function hasSource(note: Note): boolean {
  return note.has('source') || note.has('quote');
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
  const made = new Set<string>();

  function resourceOf(key: string): Resource {
    const resource = resources.get(key) ?? createResource();
    if (!resources.has(key)) resources.set(key, resource);
    return resource;
  }

  return {
    resources,
    notes,
    predicates,
    made,
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

function createTakers(
  state: State,
  { quoted, reifiers }: RdfOverview,
): Partial<Record<Use, (quad: RdfQuad) => void>> {
  const of = ({ subject }: RdfQuad): Resource => state.resourceOf(toKey(subject));
  return {
    annotation: ({ subject, predicate, object }) => {
      const key = toKey(subject);
      const on = reifiers.has(key) ? 'statement' : 'holder';
      state.addNote(key, noteFieldOf(predicate.value, on), toKey(object));
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
      const ends = { subject: toKey(subject), predicate: predicate.value, object: toKey(object) };
      state.addEnds(ends.subject, ends.predicate, ends.object);
      const statement = quoted.size === 0 ? '' : toStatementKey(ends);
      if (quoted.has(statement)) state.made.add(statement);
    },
  };
}
