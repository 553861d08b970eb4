/** Ids by what they are ids of. */
export interface KnownIds {
  readonly entities: readonly string[];
  readonly relations: readonly string[];
  readonly evidence: readonly string[];
  readonly passages: readonly string[];
  readonly documents: readonly string[];
}
