import type { z } from 'zod';

/**
 * One door of the HTTP interface, known to both sides. `request` holds the path's parameters and, for GET and DELETE, the query's; for
 * POST the JSON body's. Its schema reads text as well as values, so that a query string and a caller in TypeScript meet the same rules.
 * `format` says how the answer comes: one JSON value, one JSON value of `response` a line, or a CSV file. With the `body` 'files' a POST
 * carries files as multipart/form-data, and the values of its request in the query.
 */
export interface Endpoint<Request extends z.ZodType = z.ZodType, Response extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly request: Request;
  readonly response: Response;
  readonly format: 'json' | 'ndjson' | 'csv';
  readonly body?: 'files';
}

/**
 * A header that every upload carries. A form of another site can send multipart bodies but no header of its own; what can, has to ask
 * first (CORS), and is never let in.
 */
export const UPLOAD_HEADER = 'entente-upload';

export type Schema = z.ZodType;

/** What a schema gives once it has parsed. */
export type Parsed<Shape extends Schema> = z.output<Shape>;
