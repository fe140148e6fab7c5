import { RecordPayment, type PaymentView } from '@switchyard/contracts';
import { GatewayFixture } from './gateway-fixture';
import { ProbeModule } from './probe.controller';

let gateway: GatewayFixture;
let campaign: string;

beforeAll(async () => {
  gateway = await GatewayFixture.open({ GATEWAY_BODY_MAX_KB: '16' }, [ProbeModule]);
  campaign = await gateway.bearer('campaign');
});

afterAll(async () => {
  await gateway?.close();
});

const post = (path: string) => gateway.http.post(path).set('authorization', campaign);

const PAYMENTS = '/api/v1/accounts/5100123456/payments';

describe('bad requests', () => {
  it('name every field that is wrong, with a reason and a remedy', async () => {
    const { body, headers } = await post(PAYMENTS)
      .send({ amountFen: 12.5, paidAt: '2026-03-02 09:30', reference: '', amount: 1 })
      .expect(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:switchyard:problem:request.invalid',
      code: 'request.invalid',
      instance: PAYMENTS,
    });
    const { errors } = body as { errors: { field: string; reason: string; remedy: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(['amount', 'amountFen', 'paidAt', 'reference']);
    for (const error of errors)
      expect(error).toEqual(
        expect.objectContaining({ reason: expect.any(String), remedy: expect.any(String) }),
      );
  });

  it.each(['-1', '0', '10000000001', '"100"', 'null', '1e400'])('refuse %s fen', async (amount) => {
    const { body } = await post(PAYMENTS)
      .type('application/json')
      .send(`{"amountFen":${amount},"paidAt":"2026-03-02T09:30:00+08:00","reference":"R"}`)
      .expect(400);
    expect(body.errors).toMatchObject([{ field: 'amountFen' }]);
  });

  it('refuse a time without a zone and an account number with a slash', async () => {
    const { body } = await post(PAYMENTS)
      .send({ amountFen: 1, paidAt: '2026-03-02T09:30:00', reference: 'R' })
      .expect(400);
    expect(body.errors).toMatchObject([{ field: 'paidAt', reason: expect.stringContaining('zone') }]);
    await post('/api/v1/accounts/a%2Fb/payments')
      .send({ amountFen: 1, paidAt: '2026-03-02T09:30:00Z', reference: 'R' })
      .expect(400);
  });

  it('are told apart by stable codes', async () => {
    const json = await post(PAYMENTS).type('application/json').send('{"amountFen":').expect(400);
    expect(json.body).toMatchObject({ code: 'request.malformed' });
    const array = await post(PAYMENTS).send([1, 2]).expect(400);
    expect(array.body).toMatchObject({ status: 400 });
    const form = await post(PAYMENTS).type('application/xml').send('<a/>').expect(415);
    expect(form.body).toMatchObject({ code: 'request.media-type-unsupported' });
    const upload = await post(PAYMENTS).attach('file', Buffer.from('a'), 'a.csv').expect(415);
    expect(upload.body).toMatchObject({ code: 'request.media-type-unsupported' });
    const raw = await post(PAYMENTS).type('text/csv').send('a,b').expect(415);
    expect(raw.body).toMatchObject({ code: 'request.media-type-unsupported' });
    const large = await post('/api/v1/probe')
      .send({ count: 1, text: 'x'.repeat(20_000) })
      .expect(413);
    expect(large.body).toMatchObject({ code: 'request.too-large' });
    const prototype = await post(PAYMENTS).type('application/json').send('{"__proto__":{"a":1}}').expect(400);
    expect(prototype.body).toMatchObject({ status: 400 });
  });

  it('for a path that nobody serves are 404, for a method that it does not take 405', async () => {
    const nowhere = await gateway.http.get('/api/v1/nowhere?phone=1').expect(404);
    expect(nowhere.body).toMatchObject({ code: 'route.not-found', instance: '/api/v1/nowhere' });
    const method = await gateway.http.delete(PAYMENTS).expect(405);
    expect(method.body).toMatchObject({ code: 'route.method-not-allowed' });
    expect(method.headers['allow']).toBe('GET, POST');
  });

  it('carry the correlation id of the request, and refuse one that could break a log', async () => {
    const sound = await gateway.http.get('/api/v1/me').set('x-correlation-id', 'my-request-1').expect(401);
    expect(sound.body).toMatchObject({ correlationId: 'my-request-1' });
    expect(sound.headers['x-correlation-id']).toBe('my-request-1');
    const odd = await gateway.http.get('/api/v1/me').set('x-correlation-id', 'a b {"x":1}').expect(401);
    expect(odd.body.correlationId).toMatch(/^[\da-f-]{36}$/);
    expect(odd.headers['x-correlation-id']).toBe(odd.body.correlationId);
  });
});

describe('services that fail', () => {
  const body = { amountFen: 1, paidAt: '2026-03-02T09:30:00Z', reference: 'R' };

  it('are reported as unavailable when nobody answers', async () => {
    gateway.bus.leave(RecordPayment.subject);
    const answer = await post(PAYMENTS).send(body).expect(503);
    expect(answer.body).toMatchObject({ code: 'service.unavailable' });
  });

  it('are reported as a defect without its inside, which is in the log with the correlation id', async () => {
    gateway.answer(RecordPayment, () => ({ nonsense: 'secret inside' }) as unknown as PaymentView);
    const answer = await post(PAYMENTS).set('x-correlation-id', 'a-defect-of-ours').send(body).expect(500);
    expect(answer.body).toMatchObject({ code: 'service.internal-error', correlationId: 'a-defect-of-ours' });
    expect(answer.text).not.toContain('PaymentView');
    expect(gateway.logLines.some((line) => line.includes('a-defect-of-ours'))).toBe(true);
  });
});

describe('every answer', () => {
  it('forbids browsers to guess, frame or run anything', async () => {
    const { headers } = await gateway.http.get('/api/v1/me').expect(401);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'no-store',
    });
  });

  it('lets no other site call', async () => {
    const { headers } = await gateway.http
      .get('/api/v1/me')
      .set('origin', 'https://evil.example')
      .expect(401);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});
