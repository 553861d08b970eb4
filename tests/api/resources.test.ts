import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { call } from '@/lib/api/call';
import { documentEndpoint } from '@/lib/api/document-endpoint';
import { documentsEndpoint } from '@/lib/api/documents-endpoint';
import { edgesEndpoint } from '@/lib/api/edges-endpoint';
import type { Endpoint } from '@/lib/api/endpoint';
import { entityEndpoint } from '@/lib/api/entity-endpoint';
import { entityPassagesEndpoint } from '@/lib/api/entity-passages-endpoint';
import { facetsEndpoint } from '@/lib/api/facets-endpoint';
import { graphEndpoint } from '@/lib/api/graph-endpoint';
import { healthEndpoint } from '@/lib/api/health-endpoint';
import { highlightsEndpoint } from '@/lib/api/highlights-endpoint';
import { Problem } from '@/lib/api/problem';
import { relationEndpoint } from '@/lib/api/relation-endpoint';
import { searchEndpoint } from '@/lib/api/search-endpoint';
import { toTarget } from '@/lib/api/send';
import { summaryEndpoint } from '@/lib/api/summary-endpoint';

import { ask } from './setup/ask';
import { startServer, type TestServer } from './setup/start-server';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
}, 240_000);

afterAll(async () => {
  await server.stop();
});

/** What product.md names, for each resource; each of them has to be there, and nothing that the schema does not know. */
const resources: { endpoint: Endpoint; request: object; keys: string[] }[] = [
  { endpoint: healthEndpoint, request: {}, keys: ['status', 'version', 'store', 'epoch'] },
  {
    endpoint: summaryEndpoint,
    request: {},
    keys: ['datasets', 'counts', 'kinds', 'types', 'classes', 'documents', 'span'],
  },
  {
    endpoint: searchEndpoint,
    request: { q: 'balloon' },
    keys: ['entities', 'types', 'passages', 'total', 'leftOut'],
  },
  { endpoint: graphEndpoint, request: {}, keys: ['entities', 'relations', 'shown', 'total'] },
  {
    endpoint: facetsEndpoint,
    request: {},
    keys: ['classes', 'types', 'kinds', 'modalities', 'grades', 'sources', 'contested', 'total'],
  },
  { endpoint: highlightsEndpoint, request: {}, keys: ['busiest', 'contested'] },
  {
    endpoint: entityEndpoint,
    request: { id: 'usa' },
    keys: ['id', 'name', 'kind', 'aliases', 'degree', 'relations', 'tallies', 'total', 'unfiltered'],
  },
  {
    endpoint: entityPassagesEndpoint,
    request: { id: 'usa' },
    keys: ['passages', 'relations', 'total', 'unfiltered'],
  },
  {
    endpoint: relationEndpoint,
    request: { id: 'r-accused' },
    keys: [
      'id',
      'type',
      'label',
      'class',
      'subject',
      'object',
      'about',
      'when',
      'place',
      'modality',
      'contested',
      'coMentionsOnly',
      'evidence',
    ],
  },
  {
    endpoint: edgesEndpoint,
    request: { between: 'usa', and: 'china' },
    keys: ['relations', 'total', 'evidence', 'unfiltered'],
  },
  { endpoint: documentsEndpoint, request: {}, keys: ['documents', 'total'] },
  {
    endpoint: documentEndpoint,
    request: { id: 'gazette' },
    keys: ['document', 'passages', 'entities', 'relations', 'evidence'],
  },
];

describe('the resources', () => {
  it.each(resources)(
    'answer $endpoint.path in the agreed shape and with nothing else',
    async ({ endpoint, request, keys }) => {
      const answer = await ask(server, toTarget(endpoint, request));

      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('application/json');
      const body = answer.json();
      expect(endpoint.response.parse(body)).toEqual(body);
      expect(Object.keys(z.record(z.string(), z.unknown()).parse(body)).sort()).toEqual([...keys].sort());
    },
  );

  it.each(resources)('give $endpoint.path to HEAD without its body', async ({ endpoint, request }) => {
    const answer = await ask(server, toTarget(endpoint, request), { method: 'HEAD' });

    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
  });

  it('give the slice in columns of equal length, with indices into the entities', async () => {
    const { entities, relations, shown, total } = await call(graphEndpoint, {}, { origin: server.origin });

    expect(Object.values(entities).map((column) => column.length)).toEqual([4, 4, 4, 4, 4]);
    expect(new Set(Object.values(relations).map((column) => column.length))).toEqual(new Set([3]));
    expect(shown).toEqual({ entities: 4, relations: 3 });
    expect(total).toEqual({ entities: 4, relations: 3 });
    const accused = relations.type.findIndex((type) => type === 'ACCUSED');
    expect(entities.id[relations.subject[accused] ?? -1]).toBe('usa');
    expect(entities.id[relations.object[accused] ?? -1]).toBe('china');
    expect(relations.contested[accused]).toBe(true);
  });

  it.each(['/api/graph', '/api/facets', '/api/edges?between=usa&and=china', '/api/entities/usa'])(
    'take the same filters at %s, and refuse what is none',
    async (address) => {
      const sign = address.includes('?') ? '&' : '?';
      const filters =
        'type=ACCUSED&class=verbal-conflict&kind=country&modality=actual&grade=exact&from=2000&to=2030';

      expect((await ask(server, `${address}${sign}${filters}`)).status).toBe(200);
      expect((await ask(server, `${address}${sign}kind=nobody`)).status).toBe(400);
      expect((await ask(server, `${address}${sign}grade=rumour`)).status).toBe(400);
      expect((await ask(server, `${address}${sign}from=2024&to=2023`)).status).toBe(400);
    },
  );

  it('take a list as a repeated parameter and as one with commas', async () => {
    const repeated = await ask(server, '/api/graph?seed=usa&seed=qin&depth=0');
    const joined = await ask(server, '/api/graph?seed=usa,qin&depth=0');

    expect(joined.json()).toEqual(repeated.json());
    const slice = graphEndpoint.response.parse(joined.json());
    expect([...slice.entities.id].sort()).toEqual(['qin', 'usa']);
  });

  it('give the whole evidence of a relation, both sides and the bare line', async () => {
    const pair = await call(edgesEndpoint, { between: 'china', and: 'usa' }, { origin: server.origin });

    expect(pair.total).toBe(2);
    const accused = pair.relations.find(({ id }) => id === 'r-accused');
    expect(accused?.evidence.map(({ stance }) => stance).sort()).toEqual(['denies', 'supports']);
    expect(accused?.evidence.map(({ document }) => document?.id).sort()).toEqual(['gazette', 'herald']);
    const borders = pair.relations.find(({ id }) => id === 'r-borders');
    expect(borders?.evidence).toMatchObject([{ file: 'bare.csv', line: 2 }]);
  });

  it('find an entity by its Chinese name', async () => {
    const { entities } = await call(searchEndpoint, { q: '中国' }, { origin: server.origin });

    expect(entities.map(({ id }) => id)).toEqual(['china']);
  });

  it('say what they are, in OpenAPI, with every path', async () => {
    const answer = await ask(server, '/api/openapi.json');

    expect(answer.json()).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/api/graph': {
          get: { parameters: expect.arrayContaining([expect.objectContaining({ name: 'seed' })]) },
        },
        '/api/admin/cypher': { post: {} },
      },
    });
  });
});

describe('an answer that the client has', () => {
  it('is not sent again while the data is the same', async () => {
    const first = await ask(server, '/api/graph?seed=usa&depth=1');
    const etag = String(first.headers.etag);

    const second = await ask(server, '/api/graph?depth=1&seed=usa', {
      headers: { 'if-none-match': `"other", ${etag}` },
    });

    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(second).toMatchObject({ status: 304, text: '' });
    expect(second.headers.etag).toBe(etag);
  });

  it('is sent for another question', async () => {
    const first = await ask(server, '/api/graph?seed=usa');

    const second = await ask(server, '/api/graph?seed=china', {
      headers: { 'if-none-match': String(first.headers.etag) },
    });

    expect(second.status).toBe(200);
  });
});

describe('a question that cannot be answered', () => {
  it('is told every wrong field by its path', async () => {
    const answer = await ask(server, '/api/graph?depth=4&limit=many&from=2023-02-30&nonsense=1&class=warm');

    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const problem = answer.json();
    expect(problem).toMatchObject({
      type: expect.any(String),
      title: 'Bad Request',
      status: 400,
      detail: expect.any(String),
    });
    const { errors = [] } = Problem.parse(problem);
    const paths = errors.map((error) => error.path);
    expect(paths.sort()).toEqual(['class.0', 'depth', 'from', 'limit', 'nonsense']);
  });

  it.each([
    '/api/entities/nobody',
    '/api/entities/nobody/passages',
    '/api/relations/nothing',
    '/api/edges?between=usa&and=nobody',
    '/api/documents/nothing',
    '/api/nothing',
    '/api',
  ])('is told that there is nothing at %s', async (path) => {
    const answer = await ask(server, path);

    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 404, title: 'Not Found', detail: expect.any(String) });
  });

  it.each(['/api/entities/a%2Fb', '/api/entities/%zz', '/api/entities/..%2F..%2Fetc', '/api/search?q='])(
    'is told that %s is not well formed',
    async (path) => {
      const answer = await ask(server, path);

      expect(answer.status).toBe(400);
      expect(answer.headers['content-type']).toBe('application/problem+json');
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'is told that %s is not for a resource that is read',
    async (method) => {
      const answer = await ask(server, '/api/graph', { method });

      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET');
      expect(answer.headers['content-type']).toBe('application/problem+json');
    },
  );

  it('meets its caller in TypeScript as an error of ours', async () => {
    const asked = call(entityEndpoint, { id: 'nobody' }, { origin: server.origin });

    await expect(asked).rejects.toMatchObject({ name: 'EntenteError', failure: 'not-found' });
  });
});
