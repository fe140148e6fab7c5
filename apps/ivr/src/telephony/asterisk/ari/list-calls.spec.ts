import { listCalls } from './list-calls';

const channel = (id: string, over: object = {}, dialplan: object = {}) => ({
  id,
  state: 'Up',
  caller: { number: '13900010001' },
  accountcode: '',
  creationtime: '2026-11-22T10:44:54.789+0000',
  dialplan: {
    context: 'from-trunk',
    exten: '95598',
    app_name: 'Stasis',
    app_data: 'pbx-1,incoming',
    ...dialplan,
  },
  ...over,
});
const list = (channels: readonly object[], subscribed: readonly string[] = []) =>
  listCalls('pbx-1', { channel_ids: subscribed }, channels);

describe('the list of living calls', () => {
  it('has a caller with the normalised number and the one that was called', () => {
    expect(list([channel('a')], ['a'])).toEqual([
      {
        callId: 'a',
        answered: true,
        startedAt: new Date('2026-11-22T10:44:54.789Z'),
        direction: 'inbound',
        from: '+8613900010001',
        to: '95598',
        inHand: true,
      },
    ]);
  });

  it.each([
    ['rings', { state: 'Ringing' }, { app_name: 'AppDial2', app_data: '(Outgoing Line)', exten: 's' }, false],
    ['talks', { state: 'Up' }, { app_data: 'pbx-1,outbound', exten: 's' }, true],
  ])('tells a call of ours that %s by its account code', (_what, over, dialplan, answered) => {
    const [call] = list([channel('a', { accountcode: 'pbx-1', ...over }, dialplan)], ['a']);
    expect(call).toMatchObject({ direction: 'outbound', answered, from: '', to: '', inHand: true });
  });

  it.each(['agent-queue', 'agent-queue-transfer', 'transfer'])(
    'has a caller in %s, out of our hands, whether we are told of it or not',
    (context) => {
      const queued = channel(
        'a',
        {},
        { context, exten: 'general', app_name: 'Queue', app_data: 'q-general' },
      );
      for (const subscribed of [['a'], []]) {
        expect(list([queued], subscribed)).toMatchObject([{ direction: 'inbound', to: '', inHand: false }]);
      }
    },
  );

  it('has a caller whom the queue let go in our hands again, with the number called first', () => {
    const back = channel(
      'a',
      {},
      {
        context: 'agent-queue-left',
        exten: 'over',
        app_data: 'pbx-1,queue-left,fault,served,1001,4001',
      },
    );
    expect(list([back], ['a'])).toMatchObject([{ direction: 'inbound', to: '4001', inHand: true }]);
  });

  it('has no agent’s leg, no canary of another application, and nothing that has ended', () => {
    const agent = channel('agent', {}, { context: 'from-agent', app_name: 'AppQueue' });
    const other = channel('x', {}, { context: 'canary', app_name: 'Wait' });
    expect(list([agent, other], ['ended'])).toEqual([]);
    expect(listCalls('pbx-1', undefined, undefined)).toEqual([]);
  });
});
