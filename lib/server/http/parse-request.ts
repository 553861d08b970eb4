import 'server-only';

import type { Endpoint, Parsed, Schema } from '@/lib/api/endpoint';
import { parseFields } from '@/lib/api/parse-fields';

import { readJson } from './read-json';

/**
 * Parses a request by its endpoint's schema.
 * @param endpoint - the endpoint
 * @param request - the request
 * @param params - the parameters of its path
 * @throws EntenteError `invalid`, naming each wrong field; 413 for a body that is too large
 */
export async function parseRequest<Shape extends Schema>(
  endpoint: Endpoint<Shape>,
  request: Request,
  params: unknown,
): Promise<Parsed<Shape>> {
  const fromPath = typeof params === 'object' && params !== null ? { ...params } : {};
  const isJson = endpoint.method === 'POST' && endpoint.body === undefined;
  const given = isJson ? await readJson(request) : readQuery(request);
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  return parseFields(endpoint, isObject ? { ...given, ...fromPath } : given);
}

/** A parameter given once is a text, one given several times a list of texts. */
function readQuery(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const { searchParams } = new URL(request.url);
  for (const name of new Set(searchParams.keys())) {
    const [first = '', ...others] = searchParams.getAll(name);
    query[name] = others.length === 0 ? first : [first, ...others];
  }
  return query;
}
