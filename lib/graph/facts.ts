import { MultiDirectedGraph } from 'graphology';

import type { EntityKind } from '@/lib/model/entity';
import type { EntityId, RelationId } from '@/lib/model/ids';
import type { Modality } from '@/lib/model/relation';
import type { RelationClass, RelationTypeName } from '@/lib/model/relation-type';

/** A place on the plane that the graph is laid out on; the overview fills −1 to 1 in both directions. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** What is known of an entity, and where it lies. `degree` counts its neighbours and `relations` its relations in the whole graph, loaded or not. */
export interface EntityFact extends Position {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
  readonly degree: number;
  readonly relations: number;
}

export interface RelationFact {
  readonly id: RelationId;
  readonly type: RelationTypeName;
  readonly class: RelationClass;
  readonly start: string | null;
  readonly evidence: number;
  readonly documents: number;
  readonly contested: boolean;
  readonly modality: Modality;
  /** Whether all that supports it are passages that merely name both. */
  readonly coMentionsOnly: boolean;
  /** Who alone says it; nobody where a document says it in its own voice. */
  readonly speakers: readonly string[];
}

/** What is loaded, one edge a relation. Facts and positions only: colour, size and fading are worked out when it is drawn. */
export type FactsGraph = MultiDirectedGraph<EntityFact, RelationFact>;

export function createFactsGraph(): FactsGraph {
  return new MultiDirectedGraph<EntityFact, RelationFact>();
}
