import { CallerOrders } from './caller-orders';

describe('forgetting who calls', () => {
  it('empties everything that tells, and lets nobody record the caller whom the dialplan queues by itself', async () => {
    const set: Record<string, string> = {};
    const callers = {
      setVariables: async (_callId: string, variables: Record<string, string>) =>
        void Object.assign(set, variables),
    };
    const orders = new CallerOrders(
      {} as never,
      callers as never,
      {} as never,
      (request) => request(),
      () => undefined,
    );
    await orders.forgetCaller('call-1');
    expect(set).toEqual({
      'CALLERID(all)': '',
      'CALLERID(ANI-all)': '',
      'CALLERID(rdnis)': '',
      'CONNECTEDLINE(all)': '',
      QUEUE_ANNOUNCE_RECORDING: '0',
    });
  });
});
