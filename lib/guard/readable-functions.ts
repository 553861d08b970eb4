/** A function with a dot in its name, or with `*` every function of a namespace. Adding one is adding a line. */
export interface ReadableFunction {
  readonly name: string;
  readonly because: string;
}

/**
 * Source: `SHOW FUNCTIONS` of Neo4j 5.26.30. Functions that are added to an engine always have a dot in their names, and may read
 * files or call other machines (`apoc.load.*`, `genai.*`); those without a dot are the engine's own and harmless.
 */
export const readableFunctions: readonly ReadableFunction[] = [
  { name: 'date.*', because: 'dates' },
  { name: 'datetime.*', because: 'dates' },
  { name: 'localdatetime.*', because: 'dates' },
  { name: 'time.*', because: 'dates' },
  { name: 'localtime.*', because: 'dates' },
  { name: 'duration.*', because: 'dates' },
  { name: 'point.*', because: 'distances' },
  { name: 'vector.similarity.cosine', because: 'a number from two lists' },
  { name: 'vector.similarity.euclidean', because: 'a number from two lists' },
];
