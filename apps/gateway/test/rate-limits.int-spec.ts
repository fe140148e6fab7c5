import { ADMIN_PASSWORD, GatewayFixture } from './gateway-fixture';

let gateway: GatewayFixture;

beforeAll(async () => {
  gateway = await GatewayFixture.open({
    GATEWAY_RATE_PER_MINUTE: '20',
    GATEWAY_SIGN_IN_RATE_PER_MINUTE: '4',
  });
});

afterAll(async () => {
  await gateway?.close();
});

describe('rate limits', () => {
  it('are stricter for sign-in than for the rest, and leave health checks alone', async () => {
    for (let attempt = 0; attempt < 4; attempt += 1)
      await gateway.signIn('admin', ADMIN_PASSWORD).expect(200);
    const refused = await gateway.signIn('admin', ADMIN_PASSWORD).expect(429);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).toMatchObject({ code: 'request.rate-limited', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

    for (let attempt = 0; attempt < 20; attempt += 1) await gateway.http.get('/api/v1/me').expect(401);
    await gateway.http.get('/api/v1/me').expect(429);
    for (let attempt = 0; attempt < 30; attempt += 1) await gateway.http.get('/health/live').expect(200);
  });

  it('cannot be passed by a header that names another address', async () => {
    await gateway.http.get('/api/v1/me').set('x-forwarded-for', '203.0.113.7').expect(429);
  });
});
