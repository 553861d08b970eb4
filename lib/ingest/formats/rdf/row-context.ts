import type { RdfRecord } from './read-rdf';
import type { Note, RdfResources } from './resources';
import type { RdfOverview } from './scope';
import type { RdfTypes } from './types';

export type Statement = Extract<RdfRecord, { kind: 'statement' }>;

export interface RdfContext {
  readonly file: string;
  readonly dataset: string;
  readonly overview: RdfOverview;
  readonly resources: RdfResources;
  readonly types: RdfTypes;
}

/** Where and how a row is said: the place in the file, the graph, and what annotations say. */
export interface Saying {
  readonly statement: Statement;
  readonly note: Note | undefined;
}
