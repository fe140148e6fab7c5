import { CallBook } from './call-book';
import { CallerOrders } from './caller-orders';

describe('forgetting who calls', () => {
  const CALL = 'call-1';

  /** A PBX on which a call that plays takes no other order until that is stopped. */
  function pbx() {
    const book = new CallBook();
    book.expect(CALL);
    const set: Record<string, string> = {};
    let idle: () => void = () => undefined;
    let quiet = Promise.resolve();
    const playbacks = {
      play: async () => void (quiet = new Promise((resolve) => (idle = resolve))),
      stopPlayback: async () => idle(),
    };
    const callers = {
      setVariables: async (_callId: string, variables: Record<string, string>) => {
        await quiet;
        Object.assign(set, variables);
      },
    };
    const orders = new CallerOrders(
      playbacks,
      callers as never,
      book,
      (request) => request(),
      () => undefined,
    );
    return { orders, set };
  }

  it('does not wait for the prompt that plays', async () => {
    const { orders, set } = pbx();
    await orders.replacePlayback(CALL, 'p1', ['sound:long']);
    await orders.forgetCaller(CALL);
    expect(set).toMatchObject({ 'CALLERID(all)': '' });
  });

  it('empties everything that tells, and lets nobody record the caller whom the dialplan queues by itself', async () => {
    const { orders, set } = pbx();
    await orders.forgetCaller(CALL);
    expect(set).toEqual({
      'CALLERID(all)': '',
      'CALLERID(ANI-all)': '',
      'CALLERID(rdnis)': '',
      'CONNECTEDLINE(all)': '',
      QUEUE_ANNOUNCE_RECORDING: '0',
    });
  });
});
