import { z } from 'zod';

/** What labels, relationship types and properties there are, for the console: counts and property names. */
export const SchemaOverview = z.object({
  engine: z.object({ name: z.string(), version: z.string(), address: z.string() }),
  labels: z.array(z.object({ label: z.string(), count: z.int(), properties: z.array(z.string()) })),
  relationshipTypes: z.array(z.object({ type: z.string(), count: z.int(), properties: z.array(z.string()) })),
});
export type SchemaOverview = z.infer<typeof SchemaOverview>;
