import { FakeAri, type Answer } from '../testing/fake-ari';
import { AriCallers, queueVariables } from './ari-callers';
import { AriHttp } from './ari-http';

const RECORDING = '8a3c4f0e-52a1-4c9e-9d55-0b1f3a5c7e21';

describe('callers through ARI', () => {
  let ari: FakeAri;
  let http: AriHttp;
  let callers: AriCallers;
  let bodies: unknown[];

  /** Answers with what `status` says of the body that came. */
  const answering =
    (status: (body: unknown) => number, body: object = {}): Answer =>
    (request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const asked: unknown = text === '' ? undefined : JSON.parse(text);
        bodies.push(asked);
        response.writeHead(status(asked), { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    };

  beforeEach(async () => {
    bodies = [];
    ari = await FakeAri.open();
    http = new AriHttp(ari.target, 2_000, 2);
    callers = new AriCallers(http, 'pbx-1');
  });

  afterEach(async () => {
    await http.close();
    await ari.close();
  });

  it('tells the dialplan everything about a stay in the queue by one request', async () => {
    ari.answer = answering(() => 204);
    await callers.setVariables(
      'c',
      queueVariables({
        queue: 'fault',
        priority: 20,
        language: 'zh-CN',
        maxWaitSeconds: 600,
        announceRecording: true,
        recordingName: RECORDING,
        variables: { SCREEN: 'a b' },
      }),
    );
    expect(bodies).toEqual([
      {
        variable:
          'ARRAY(QUEUE_PRIO,QUEUE_LANGUAGE,QUEUE_MAX_WAIT,QUEUE_ANNOUNCE_RECORDING,QUEUE_RECORDING,SCREEN)',
        value: `20,zh,600,1,${RECORDING},a b`,
      },
    ]);
  });

  it('finds those among the watched that are gone, one by one, when one of them is', async () => {
    const gone = 'channel:b';
    ari.answer = answering((body) =>
      (body as { eventSource: string[] }).eventSource.includes(gone) ? 422 : 200,
    );
    expect(await callers.watch(['a', 'b', 'c'])).toEqual(['b']);
    expect(bodies).toHaveLength(4);
  });

  it('watches hundreds by a few requests', async () => {
    ari.answer = answering(() => 200);
    expect(await callers.watch(Array.from({ length: 450 }, (_, index) => `c${index}`))).toEqual([]);
    expect(bodies.map((body) => (body as { eventSource: string[] }).eventSource.length)).toEqual([
      200, 200, 50,
    ]);
    expect(await callers.watch([])).toEqual([]);
  });

  it.each([
    [404, 'CallGone'],
    [409, 'CallElsewhere'],
    [500, 'AriRejected'],
  ])('an order that is answered %i says %s', async (status, name) => {
    ari.answer = answering(() => status);
    await expect(callers.setVariables('c', { A: '1' })).rejects.toMatchObject({ name });
    await expect(callers.goOn('c', 'agent-queue', 'general')).rejects.toMatchObject({ name });
    const limits = { maxSeconds: 5, maxSilenceSeconds: 0 };
    await expect(callers.record('c', RECORDING, limits)).rejects.toMatchObject({ name });
  });

  it('does not take a name that is taken for a call that is elsewhere', async () => {
    ari.answer = answering(() => 409, {
      message: `Recording '${RECORDING}' already exists and can not be overwritten`,
    });
    const recorded = callers.record('c', RECORDING, { maxSeconds: 5, maxSilenceSeconds: 0 });
    await expect(recorded).rejects.toMatchObject({ name: 'AriRejected' });
  });

  it.each([
    [404, 'has ended', 'Recording not found'],
    [409, 'still waits behind a prompt', 'Recording not in session'],
  ])('takes %i for done, when a recording that is to be stopped %s', async (status, _when, message) => {
    ari.answer = answering(() => status, { message });
    await expect(callers.stopRecording(RECORDING)).resolves.toBeUndefined();
  });
});
