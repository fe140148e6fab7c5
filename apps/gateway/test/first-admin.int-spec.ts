import { GatewayFixture } from './gateway-fixture';

let gateway: GatewayFixture;

beforeAll(async () => {
  gateway = await GatewayFixture.open({ GATEWAY_ADMIN_PASSWORD: '' });
});

afterAll(async () => {
  await gateway?.close();
});

describe('the first start', () => {
  it('makes an admin whose password is drawn by lot and told once, in the log', async () => {
    const told = gateway.logLines.flatMap((line) => /with the password (\S+) \(/.exec(line)?.[1] ?? []);
    expect(told).toHaveLength(1);
    const [password = ''] = told;
    expect(password.length).toBeGreaterThanOrEqual(24);
    await gateway.signIn('admin', password).expect(200);
    for (const guess of ['admin', 'password', 'switchyard']) await gateway.signIn('admin', guess).expect(401);
  });
});
