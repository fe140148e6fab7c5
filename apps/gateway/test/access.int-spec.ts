import { GetWorkOrder, ListWorkOrders, type PaymentView, RecordPayment } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { workOrderView } from '@switchyard/testing';
import { GatewayFixture } from './gateway-fixture';
import { ForgottenModule } from './probe.controller';

let gateway: GatewayFixture;

beforeAll(async () => {
  gateway = await GatewayFixture.open();
});

afterAll(async () => {
  await gateway?.close();
});

const payment = { amountFen: 100, paidAt: '2026-03-02T09:30:00+08:00', reference: 'R-1' };

const paid = (accountNo: string): PaymentView => ({
  ...payment,
  accountNo,
  source: 'billing',
  accountKnown: true,
  paymentId: '7f1c8f54-4c55-4c39-9d4a-2f6f6f0f4a11',
  recordedAt: '2026-03-02T01:30:01.000Z',
});

const workOrder = workOrderView({
  number: 'W20260302-000001',
  queryCode: '12345678',
  kind: 'call-back-request',
  phone: '+8613900050001',
  text: '请回电13900050001',
  reference: 'call:1',
});

describe('who may do what', () => {
  it('is asked of everybody who did not sign in', async () => {
    for (const path of ['/api/v1/work-orders', '/api/v1/users', '/api/v1/audit', '/api/v1/me']) {
      const { body, headers } = await gateway.http.get(path).expect(401);
      expect(body).toMatchObject({ code: 'sign-in.required' });
      expect(headers['www-authenticate']).toContain('Bearer');
    }
  });

  it('refuses a viewer every change, before anything is asked of a service', async () => {
    let asked = 0;
    gateway.answer(RecordPayment, (request) => {
      asked += 1;
      return paid(request.accountNo);
    });
    const viewer = await gateway.bearer('viewer');
    const { body } = await gateway.http
      .post('/api/v1/accounts/5100/payments')
      .set('authorization', viewer)
      .send(payment)
      .expect(403);
    expect(body).toMatchObject({ code: 'access.forbidden', details: { permission: 'payment:write' } });
    await gateway.http.put('/api/v1/accounts/5100').set('authorization', viewer).send({}).expect(403);
    await gateway.http.post('/api/v1/users').set('authorization', viewer).send({}).expect(403);
    expect(asked).toBe(0);
  });

  it('keeps users and audit from campaign staff', async () => {
    const campaign = await gateway.bearer('campaign');
    await gateway.http.get('/api/v1/users').set('authorization', campaign).expect(403);
    await gateway.http.get('/api/v1/audit').set('authorization', campaign).expect(403);
  });

  it('tells a service who is asking, under which correlation id', async () => {
    const seen: unknown[] = [];
    gateway.answer(RecordPayment, (request, context) => {
      seen.push(context);
      return paid(request.accountNo);
    });
    const { headers } = await gateway.http
      .post('/api/v1/accounts/5100/payments')
      .set('authorization', await gateway.bearer('campaign'))
      .set('x-correlation-id', 'billing-run-17')
      .send(payment)
      .expect(201);
    expect(headers['x-correlation-id']).toBe('billing-run-17');
    expect(seen).toMatchObject([
      {
        correlationId: 'billing-run-17',
        actor: { name: 'the-campaign', roles: ['campaign'], scope: ['all'] },
      },
    ]);
  });

  it('shows a viewer no telephone number, in answers and in problems', async () => {
    gateway.answer(ListWorkOrders, () => ({ items: [workOrder] }));
    gateway.answer(GetWorkOrder, () => {
      throw new DomainError('work-order.not-found', 'Nothing for +8613900050001.');
    });
    const list = async (role: 'viewer' | 'campaign') =>
      gateway.http
        .get('/api/v1/work-orders')
        .set('authorization', await gateway.bearer(role))
        .expect(200);
    expect((await list('campaign')).body).toEqual({ items: [workOrder] });
    expect((await list('viewer')).body).toEqual({
      items: [{ ...workOrder, phone: '+86139****0001', text: '请回电139****0001' }],
    });
    const { body } = await gateway.http
      .get('/api/v1/work-orders/W1')
      .set('authorization', await gateway.bearer('viewer'))
      .expect(404);
    expect(body).toMatchObject({ code: 'work-order.not-found', detail: 'Nothing for +86139****0001.' });
  });

  it('must be declared for every route: the gateway refuses to start otherwise', async () => {
    await expect(GatewayFixture.open({}, [ForgottenModule])).rejects.toThrow('ForgottenController.all');
  });
});
