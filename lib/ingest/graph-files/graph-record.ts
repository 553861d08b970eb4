/** A node or an edge as a graph file has it. */
import type { GraphNode } from '../names/describe-node';
import type { Attributes } from '../names/read-attributes';

export interface GraphPlace {
  readonly file: string;
  readonly line: number;
  /** What stands there, for the rejects. */
  readonly raw: string;
}

export type GraphRecord = GraphPlace &
  // `isImplied`: an edge describes it, so that it counts only where no record does.
  (
    | ({ readonly kind: 'node'; readonly isImplied?: boolean } & GraphNode)
    | {
        readonly kind: 'edge';
        /** Which edge of its file it is, where one line may hold many. */
        readonly record?: number | undefined;
        readonly source: string;
        readonly target: string;
        readonly type?: string | undefined;
        readonly isDirected: boolean;
        readonly attributes: Attributes;
      }
    | { readonly kind: 'refused'; readonly column?: string; readonly reason: string }
  );
