import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteTable } from '../src/http/route-table';
import { GatewayFixture } from './gateway-fixture';

let gateway: GatewayFixture;
let document: OpenAPIObject;

type Schema = {
  readonly description?: string;
  readonly $ref?: string;
  readonly allOf?: unknown;
  readonly properties?: Record<string, Schema>;
};

beforeAll(async () => {
  gateway = await GatewayFixture.open();
  document = (await gateway.http.get('/api/docs-json').expect(200)).body as OpenAPIObject;
});

afterAll(async () => {
  await gateway?.close();
});

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ name: `${method.toUpperCase()} ${path}`, method, operation }] : [];
    }),
  );

describe('the description of the API', () => {
  it('has every route that the server serves, and no other', () => {
    const served = gateway.service.app
      .get(RouteTable)
      .routes.filter(({ method, pattern }) => method !== 'HEAD' && pattern.startsWith('/api/v1'))
      .map(({ method, pattern }) => `${method} ${pattern.replace(/:(\w+)/g, '{$1}')}`);
    expect(served.length).toBeGreaterThan(14);
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...new Set(served)].sort());
  });

  it('tells of every operation what it does, what it answers and which problems there are', () => {
    const incomplete = operations().filter(({ operation }) => {
      const statuses = Object.keys(operation.responses);
      const succeeds = statuses.some((status) => status.startsWith('2'));
      return !operation.summary || !succeeds || !statuses.includes('429') || !operation.tags?.length;
    });
    expect(incomplete.map(({ name }) => name)).toEqual([]);
  });

  it('offers Idempotency-Key for every POST but those whose answers are secret', () => {
    const without = operations()
      .filter(({ method }) => method === 'post')
      .filter(({ operation }) => !JSON.stringify(operation.parameters ?? []).includes('Idempotency-Key'))
      .map(({ name }) => name);
    expect(without.sort()).toEqual([
      'POST /api/v1/agents',
      'POST /api/v1/agents/{agentId}/sip-secret',
      'POST /api/v1/identity-readings/{requestId}/read',
      'POST /api/v1/me/anonymous-complaints',
      'POST /api/v1/me/anonymous-complaints/messages',
      'POST /api/v1/me/anonymous-complaints/read',
      'POST /api/v1/me/password',
      'POST /api/v1/me/surveys/{surveyId}/answer',
      'POST /api/v1/me/training/sessions/{sessionId}/feedback',
      'POST /api/v1/sign-in',
      'POST /api/v1/sign-in/refresh',
      'POST /api/v1/sign-out',
    ]);
  });

  it('describes every property of every schema and every parameter', () => {
    const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>);
    const properties = schemas.flatMap(([name, schema]) =>
      Object.entries(schema.properties ?? {}).map(([property, of]) => ({ name: `${name}.${property}`, of })),
    );
    expect(properties.length).toBeGreaterThan(50);
    const undescribed = properties.filter(({ of }) => !of.description && !of.$ref).map(({ name }) => name);
    const parameters = operations().flatMap(({ name, operation }) =>
      ((operation.parameters ?? []) as { name: string; in: string; description?: string }[])
        .filter((parameter) => parameter.in !== 'path' && !parameter.description)
        .map((parameter) => `${name} ${parameter.name}`),
    );
    expect([...undescribed, ...parameters]).toEqual([]);
  });

  it('refers only to schemas that it has', () => {
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(
      ([, name]) => name,
    );
    const missing = refs.filter((name) => !(name! in (document.components?.schemas ?? {})));
    expect(missing).toEqual([]);
  });
});

describe('the documentation page', () => {
  it('works without the Internet: everything it loads comes from here', async () => {
    const page = await gateway.http.get('/api/docs').expect(200);
    const loaded = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(loaded.length).toBeGreaterThan(3);
    for (const url of loaded) {
      const at = new URL(url, `${gateway.service.url}/api/docs`);
      expect(at.origin).toBe(gateway.service.url);
      await gateway.http.get(at.pathname).expect(200);
    }
  });

  it('runs no script of its own text, which its content policy would refuse', async () => {
    const page = await gateway.http.get('/api/docs').expect(200);
    const inline = [...page.text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, script]) => script?.trim(),
    );
    expect(inline.filter(Boolean)).toEqual([]);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  });
});
