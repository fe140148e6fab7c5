import { RecordPayment, type PaymentView } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { GatewayFixture } from './gateway-fixture';
import { probe, ProbeModule } from './probe.controller';

let gateway: GatewayFixture;
let campaign: string;

beforeAll(async () => {
  gateway = await GatewayFixture.open({}, [ProbeModule]);
  campaign = await gateway.bearer('campaign');
});

afterAll(async () => {
  await gateway?.close();
});

let keys = 0;
const newKey = () => `key-${++keys}`;

const post = (key: string, path = '/api/v1/probe') =>
  gateway.http.post(path).set('authorization', campaign).set('idempotency-key', key);

describe('a POST with an Idempotency-Key', () => {
  it('takes effect once, however often it is repeated, and gives the same answer', async () => {
    const key = newKey();
    const servedBefore = probe.served;
    const first = await post(key).send({ count: 7 }).expect(201);
    const again = await post(key).send({ count: 7 }).expect(201);
    expect(again.body).toEqual(first.body);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(probe.served).toBe(servedBefore + 1);
  });

  it('is refused when the key was used for another body or path', async () => {
    const key = newKey();
    await post(key).send({ count: 7 }).expect(201);
    const other = await post(key).send({ count: 8 }).expect(409);
    expect(other.body).toMatchObject({ code: 'idempotency.key-reused' });
    await post(key, '/api/v1/probe?x=1').send({ count: 7 }).expect(409);
  });

  it("does not see another user's keys", async () => {
    const key = newKey();
    await post(key).send({ count: 7 }).expect(201);
    const admin = await gateway.bearer('admin');
    const { headers } = await gateway.http
      .post('/api/v1/probe')
      .set('authorization', admin)
      .set('idempotency-key', key)
      .send({ count: 8 })
      .expect(201);
    expect(headers['idempotency-replayed']).toBeUndefined();
  });

  it('is told to wait while the first is being served', async () => {
    const key = newKey();
    let goOn = (): void => undefined;
    let begun = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    probe.before = () =>
      new Promise<void>((resolve) => {
        begun();
        goOn = resolve;
      });
    const first = post(key)
      .send({ count: 7 })
      .then((answer) => answer);
    await isBegun;
    const second = await post(key).send({ count: 7 }).expect(409);
    expect(second.body).toMatchObject({ code: 'idempotency.in-flight' });
    expect(second.headers['retry-after']).toBe('1');
    probe.before = async () => undefined;
    goOn();
    expect((await first).status).toBe(201);
    expect((await post(key).send({ count: 7 }).expect(201)).body).toEqual((await first).body);
  });

  it('may be corrected and sent again after a validation error', async () => {
    const key = newKey();
    await post(key).send({ count: 'seven' }).expect(400);
    await post(key).send({ count: 7 }).expect(201);
  });

  it('repeats the refusal of a service, and tries again when a service was away', async () => {
    const body = { amountFen: 1, paidAt: '2026-03-02T09:30:00Z', reference: 'R' };
    const key = newKey();
    const path = '/api/v1/accounts/5100/payments';
    gateway.bus.leave(RecordPayment.subject);
    await post(key, path).send(body).expect(503);
    let asked = 0;
    gateway.answer(RecordPayment, (): PaymentView => {
      asked += 1;
      throw new DomainError('payment.in-future', 'Later.');
    });
    const refused = await post(key, path).send(body).expect(422);
    const again = await post(key, path).send(body).expect(422);
    expect(again.body).toEqual(refused.body);
    expect(again.headers['content-type']).toContain('application/problem+json');
    expect(asked).toBe(1);
  });

  it('is taken over when the process that served it died, and is free again when it expired', async () => {
    const key = newKey();
    await post(key).send({ count: 7 }).expect(201);
    const set = (change: string) =>
      gateway.database.execute(`update idempotency_key set ${change} where key = $1`, [key]);
    await set(`status = null, body = null`);
    await post(key).send({ count: 7 }).expect(409);
    await set(`lease_until = now() - interval '1 second'`);
    const servedBefore = probe.served;
    await post(key).send({ count: 7 }).expect(201);
    expect(probe.served).toBe(servedBefore + 1);
    await set(`expires_at = now() - interval '1 second'`);
    await post(key).send({ count: 8 }).expect(201);
  });

  it('is refused with a key that is no key', async () => {
    const { body } = await post('x'.repeat(201)).send({ count: 1 }).expect(400);
    expect(body.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  });

  it('compares an uploaded file by its bytes', async () => {
    const key = newKey();
    const upload = (content: string) =>
      post(key, '/api/v1/probe/files').attach('file', Buffer.from(content), 'a.csv');
    const servedBefore = probe.served;
    const first = await upload('a,b\n1,2\n').expect(202);
    const again = await upload('a,b\n1,2\n').expect(202);
    expect(again.body).toEqual(first.body);
    expect(probe.served).toBe(servedBefore + 1);
    const other = await upload('a,b\n1,3\n').expect(409);
    expect(other.body).toMatchObject({ code: 'idempotency.key-reused' });
  });
});
