import type { EntityKind } from './entity';
import type { EntityId } from './ids';

/** An entity that a word may mean, and by what: its id, its name as written, its name but for case and accents, or another name. */
export interface NameMatch {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
  readonly by: 'id' | 'name' | 'folded' | 'alias';
  /** The other name as it is written, where it means the entity by that. */
  readonly called?: string | undefined;
  /** Whether the dataset that asks has said something about the entity, or with it, before; told only where a word may mean several. */
  readonly isOwn?: boolean | undefined;
}
