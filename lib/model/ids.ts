import { z } from 'zod';

/** Ids are ours, never the database's: given by the user or derived from content, and free of what a URL or a path would trip over. */
const id = z
  .string()
  .max(128)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._:~-]*$/u,
    'an id is letters, digits and . _ : ~ -, and starts with a letter or digit',
  );

export const EntityId = id.brand<'EntityId'>();
export type EntityId = z.infer<typeof EntityId>;

export const RelationId = id.brand<'RelationId'>();
export type RelationId = z.infer<typeof RelationId>;

export const EvidenceId = id.brand<'EvidenceId'>();
export type EvidenceId = z.infer<typeof EvidenceId>;

export const DocumentId = id.brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;

/** `<document id>.<paragraph number>` */
export const PassageId = id.brand<'PassageId'>();
export type PassageId = z.infer<typeof PassageId>;

export const LoadId = id.brand<'LoadId'>();
export type LoadId = z.infer<typeof LoadId>;
