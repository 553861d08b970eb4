import { z } from 'zod';

/** PLOVER's quad class of a relation type; `none` for what is neither cooperation nor conflict (membership, location). */
export const relationClasses = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
  'none',
] as const;

export const RelationClass = z.enum(relationClasses);
export type RelationClass = z.infer<typeof RelationClass>;

/** The name of a relation type. It becomes part of a Cypher text, so it is accepted by this pattern and never escaped. */
export const RelationTypeName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]{0,63}$/,
    'a relation type is ASCII letters, digits and _, at most 64 of them',
  )
  .brand<'RelationTypeName'>();
export type RelationTypeName = z.infer<typeof RelationTypeName>;

/** An entry of the vocabulary. `label` reads "A label B", `inverse` reads "B inverse A"; CAMEO codes are strings ("010" is not "10"). */
export const RelationType = z.object({
  type: RelationTypeName,
  label: z.string().min(1),
  inverse: z.string().min(1),
  plover: z.string().nullable(),
  cameo: z.string().nullable(),
  class: RelationClass,
  symmetric: z.boolean(),
});
export type RelationType = z.infer<typeof RelationType>;
