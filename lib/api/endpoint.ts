import type { z } from 'zod';

/**
 * One door of the HTTP interface, known to both sides. `request` holds the path's parameters and, for GET and DELETE, the query's; for
 * POST the JSON body's. Its schema reads text as well as values, so that a query string and a caller in TypeScript meet the same rules.
 * `format` says how the answer comes: one JSON value, or one JSON value of `response` a line.
 */
export interface Endpoint<Request extends z.ZodType = z.ZodType, Response extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly request: Request;
  readonly response: Response;
  readonly format: 'json' | 'ndjson';
}

export type Schema = z.ZodType;

/** What a schema gives once it has parsed. */
export type Parsed<Shape extends Schema> = z.output<Shape>;
