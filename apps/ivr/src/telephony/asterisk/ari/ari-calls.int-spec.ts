import { FakeAri, type Answer } from '../testing/fake-ari';
import { AriCalls } from './ari-calls';
import { AriHttp } from './ari-http';

const answering =
  (status: number, body: object = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
const order = {
  callId: 'c',
  number: '+8613900010001',
  trunk: 'trunk',
  callerId: '95598',
  ringSeconds: 20,
  reference: 'batch-7',
};

describe('calls through ARI', () => {
  let ari: FakeAri;
  let http: AriHttp;
  let calls: AriCalls;

  beforeEach(async () => {
    ari = await FakeAri.open();
    http = new AriHttp(ari.target, 300, 2);
    calls = new AriCalls(http, 'pbx-1');
  });

  afterEach(async () => {
    await http.close();
    await ari.close();
  });

  it.each([
    [409, 'already-live'],
    [400, 'refused'],
    [500, 'refused'],
    [503, 'refused'],
  ])('an order that is answered %i is %s', async (status, reason) => {
    ari.answer = answering(status);
    await expect(calls.originate(order)).rejects.toMatchObject({ name: 'OriginateRefused', reason });
  });

  it('an order that is not answered in time is in an unknown state', async () => {
    ari.answer = () => undefined;
    await expect(calls.originate(order)).rejects.toMatchObject({ reason: 'unknown-state' });
  });

  it('an order whose connection broke is in an unknown state, and is not sent again', async () => {
    ari.answer = (request) => request.socket.destroy();
    await expect(calls.originate(order)).rejects.toMatchObject({ reason: 'unknown-state' });
    expect(ari.requests).toHaveLength(1);
  });

  it('an order to nobody was not sent', async () => {
    await ari.close();
    await expect(calls.originate(order)).rejects.toMatchObject({ reason: 'unreachable' });
    ari = await FakeAri.open();
  });

  it('waits for a free connection no longer than for an answer', async () => {
    ari.answer = () => undefined;
    const orders = Array.from({ length: 6 }, () => calls.originate(order));
    const reasons = await Promise.allSettled(orders);
    expect(reasons.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
  });

  it('dials the trunk with our id, our application and a reference for the records', async () => {
    let body = '';
    ari.answer = (request, response) => {
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.end('{}'));
    };
    await calls.originate(order);
    expect(JSON.parse(body)).toEqual({
      endpoint: 'PJSIP/+8613900010001@trunk',
      app: 'pbx-1',
      appArgs: 'outbound',
      channelId: 'c',
      callerId: '95598',
      timeout: 20,
      variables: { 'CHANNEL(accountcode)': 'pbx-1', 'CDR(userfield)': 'batch-7' },
    });
  });

  it('takes hanging up and stopping what is gone for done', async () => {
    ari.answer = answering(404);
    await expect(calls.hangUp('c')).resolves.toBeUndefined();
    await expect(calls.stopPlayback('p')).resolves.toBeUndefined();
    await expect(calls.play('c', 'p', ['sound:x'])).rejects.toMatchObject({ name: 'CallGone', callId: 'c' });
  });

  it('stops a prompt that the PBX is just beginning, and gives up on one that it never stops', async () => {
    let asked = 0;
    ari.answer = (request, response) => {
      asked += 1;
      answering(asked < 3 ? 500 : 204, { message: 'Could not stop playback' })(request, response);
    };
    await expect(calls.stopPlayback('p')).resolves.toBeUndefined();
    expect(asked).toBe(3);
    ari.answer = answering(500, { message: 'Could not stop playback' });
    await expect(calls.stopPlayback('p')).rejects.toMatchObject({ name: 'AriRejected', status: 500 });
  });

  it('asks once more to hang up when the connection broke under it', async () => {
    let asked = 0;
    ari.answer = (request, response) => {
      asked += 1;
      if (asked === 1) request.socket.destroy();
      else answering(204)(request, response);
    };
    await expect(calls.hangUp('c')).resolves.toBeUndefined();
    expect(asked).toBe(2);
  });

  it('lists living calls of its own application only', async () => {
    const channel = (id: string) => ({ id, state: 'Up', creationtime: '2026-11-22T07:49:18.796+0000' });
    ari.answer = (request, response) =>
      answering(
        200,
        request.url === '/ari/channels' ? [channel('a'), channel('b')] : { channel_ids: ['b', 'ended'] },
      )(request, response);
    expect((await calls.liveCalls()).map(({ callId }) => callId)).toEqual(['b']);
  });
});
