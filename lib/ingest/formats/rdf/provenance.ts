import { isPartClass, noteFieldOf, provNameOf, RDF } from './words';

/** Which resources are documents, and by what they were made. */
export interface RdfProvenance {
  readonly documents: ReadonlySet<string>;
  /** Documents that are parts of others: pages, chunks. */
  readonly parts: ReadonlySet<string>;
  /** What documents and collections of statements were made by. */
  readonly activities: ReadonlySet<string>;
  /** Who carried these out. */
  readonly agents: ReadonlySet<string>;
}

/** Gathers where statements say that resources come from. */
export function createProvenance() {
  const sources = createLinks();
  const makers = createLinks();
  const associates = createLinks();
  const classOf = new Map<string, string>();

  /** The documents that speakers name as sources, and those that these are parts of. */
  function findDocuments(speakers: readonly string[]): ReadonlySet<string> {
    const documents = new Set<string>();
    const waiting = speakers.flatMap((speaker) => sources.of(speaker));
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (documents.has(key)) continue;
      documents.add(key);
      if (classOf.has(key)) waiting.push(...sources.of(key));
    }
    return documents;
  }

  return {
    take: (key: string, predicate: string, object: string): void => {
      const name = provNameOf(predicate);
      if (predicate === `${RDF}type` && isPartClass(object)) classOf.set(key, object);
      else if (name === 'wasGeneratedBy') makers.add(key, object);
      else if (name === 'wasAssociatedWith') associates.add(key, object);
      else if (noteFieldOf(predicate, 'statement') === 'source') sources.add(key, object);
    },
    /** @param speakers what stands for statements or holds them */
    of: (speakers: readonly string[], graphs: ReadonlySet<string>): RdfProvenance => {
      const cited = findDocuments(speakers);
      const classes = new Set([...cited].map((key) => classOf.get(key)));
      // A chunk that no statement comes from is a chunk all the same.
      const alike = [...classOf].filter(([, each]) => classes.has(each)).map(([key]) => key);
      const documents = new Set([
        ...graphs,
        ...cited,
        ...alike,
        ...alike.flatMap((key) => [...findDocuments([key])]),
      ]);
      const parts = new Set([...classOf.keys()].filter((key) => documents.has(key)));
      const activities = new Set([...speakers, ...documents].flatMap((key) => makers.of(key)));
      const agents = new Set([...activities].flatMap((key) => associates.of(key)));
      return { documents, parts, activities, agents };
    },
  };
}

function createLinks() {
  const links = new Map<string, string[]>();
  return {
    add: (from: string, to: string): void => {
      const others = links.get(from);
      if (others) others.push(to);
      else links.set(from, [to]);
    },
    of: (from: string): readonly string[] => links.get(from) ?? [],
  };
}
