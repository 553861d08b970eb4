import { z } from 'zod';

import { UPLOAD_HEADER, type Endpoint } from './endpoint';
import { Problem } from './problem';

type Json = Readonly<Record<string, unknown>>;

/**
 * Describes endpoints in OpenAPI 3.1, from the schemas that parse them.
 * @param endpoints - the endpoints
 * @param version - the version of what serves them
 */
export function createOpenApi(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: toOperation(endpoint),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Entente',
      version,
      description: 'An evidence-first knowledge-graph explorer: every edge cites its source.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: toJsonSchema(Problem) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'entente-session' } },
    },
  };
}

function toOperation(endpoint: Endpoint): Json {
  const { properties, required } = readRequest(endpoint);
  const names = Object.keys(properties);
  const inPath = names.filter((name) => endpoint.path.includes(`{${name}}`));
  const takesFiles = endpoint.body === 'files';
  const hasBody = endpoint.method === 'POST' && !takesFiles;
  const inBody = hasBody ? names.filter((name) => !inPath.includes(name)) : [];
  const parameters = names
    .filter((name) => !inBody.includes(name))
    .map((name) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: required.includes(name),
      schema: properties[name],
    }));
  return {
    summary: endpoint.summary,
    ...(isForAdmin(endpoint) && { security: [{ session: [] }] }),
    parameters: takesFiles ? [...parameters, uploadParameter] : parameters,
    ...(takesFiles && { requestBody: filesBody }),
    ...(inBody.length > 0 && { requestBody: toBody(properties, required) }),
    responses: toResponses(endpoint),
  };
}

/** What arrives is described as parsed (an array, an integer); what may be left out, as written: a default makes a field optional. */
function readRequest(endpoint: Endpoint): { properties: Json; required: readonly string[] } {
  const Shape = z.object({
    properties: z.record(z.string(), z.unknown()).default({}),
    required: z.array(z.string()).default([]),
  });
  const parsed = Shape.parse(toJsonSchema(endpoint.request));
  const written = Shape.parse(z.toJSONSchema(endpoint.request, { io: 'input', unrepresentable: 'any' }));
  return { properties: parsed.properties, required: written.required };
}

const uploadParameter: Json = {
  name: UPLOAD_HEADER,
  in: 'header',
  required: true,
  schema: { type: 'string' },
};

/** The name of a part's file is its path: folders with slashes. */
const filesBody: Json = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
        required: ['files'],
      },
    },
  },
};

const medias = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
} as const satisfies Record<Endpoint['format'], string>;

function toBody(properties: Json, required: readonly string[]): Json {
  const schema = { type: 'object', properties, required, additionalProperties: false };
  return { required: true, content: { 'application/json': { schema } } };
}

function toResponses(endpoint: Endpoint): Json {
  const media = medias[endpoint.format];
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    '200': { description: 'The answer', content: { [media]: { schema: toJsonSchema(endpoint.response) } } },
    '4XX': { description: 'The request was refused', content: problem },
    '5XX': { description: 'The server or its store failed', content: problem },
  };
}

function isForAdmin({ path, method }: Endpoint): boolean {
  return path.startsWith('/api/admin/') && !(path === '/api/admin/session' && method !== 'DELETE');
}

/** Without the dialect, which OpenAPI 3.1 implies. */
function toJsonSchema(schema: z.ZodType): Json {
  const json = Object.entries(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  return Object.fromEntries(json.filter(([name]) => name !== '$schema'));
}
