import { COMMON_ERRORS } from '@switchyard/contracts';
import { DomainError, systemContext, type Transport } from '../../src';
import {
  Echo,
  EchoController,
  EchoRequest,
  Leave,
  LeavingController,
  SecondEchoController,
  Unserved,
} from './operations.fixture';
import { type Peer, startPeer } from './peer.fixture';

const CONTEXT = systemContext('ivr');

/** What holds for operations over every transport. `connect` makes the transport of one service. */
export function operationsContract(connect: (service: string) => Transport): void {
  let ticket: Peer;
  let ivr: Peer;

  beforeAll(async () => {
    ticket = await startPeer('ticket', connect('ticket'), [EchoController]);
    ivr = await startPeer('ivr', connect('ivr'), []);
  });

  afterAll(async () => {
    await ivr?.stop();
    await ticket?.stop();
  });

  const echo = (request: object, timeoutMs?: number) =>
    ivr.client.call(Echo, request as EchoRequest, CONTEXT, { timeoutMs });
  const failureOf = async (work: Promise<unknown>): Promise<DomainError> => {
    const failure: unknown = await work.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(DomainError);
    return failure as DomainError;
  };

  it('answers with the reply as an instance of its class', async () => {
    const at = new Date('2026-02-28T01:02:03Z');
    const reply = await echo({ text: '一万零五十元三角', at });
    expect(reply).toBeInstanceOf(Echo.reply);
    expect(reply).toEqual({
      text: '一万零五十元三角',
      at,
      actor: 'system:ivr',
      correlationId: CONTEXT.correlationId,
    });
  });

  it('hands the handler a validated instance, nested ones too', async () => {
    await echo({ text: 'lines', lines: [{ name: 'a', fen: 1 }] });
    const { requests } = ticket.app.get(EchoController);
    expect(requests.at(-1)).toBeInstanceOf(EchoRequest);
    expect(requests.at(-1)?.lines?.[0]?.constructor.name).toBe('Line');
  });

  it('carries an actor whose name is not ASCII', async () => {
    const actor = { ...CONTEXT.actor, id: '操作员\r\nX: y' };
    const reply = await ivr.client.call(Echo, { text: 'hi' }, { correlationId: 'c-1', actor });
    expect(reply.actor).toBe('操作员\r\nX: y');
  });

  it('refuses a bad request before it is sent, naming the field', async () => {
    const before = ticket.app.get(EchoController).requests.length;
    const failure = await failureOf(echo({ text: 'x', lines: [{ name: 'a', fen: 'many' }] }));
    expect(failure.code).toBe(COMMON_ERRORS.invalid);
    expect(failure.details).toMatchObject({ fields: [{ field: 'lines.0.fen' }] });
    expect(ticket.app.get(EchoController).requests).toHaveLength(before);
  });

  it('refuses unknown fields', async () => {
    const failure = await failureOf(echo({ text: 'x', extra: 1 }));
    expect(failure.code).toBe(COMMON_ERRORS.invalid);
    expect(failure.message).toContain('extra');
  });

  it.each([
    ['a wrong field', { text: 7 }],
    ['an unknown field', { text: 'x', extra: 1 }],
    ['a text instead of an object', 'text'],
    ['a list instead of an object', [1]],
  ])('refuses %s also when the sender did not check', async (_what, body) => {
    const before = ticket.app.get(EchoController).requests.length;
    const sent = ivr.transport.request(Echo.subject, body, '', 2_000);
    await expect(sent).rejects.toMatchObject({ answer: { code: COMMON_ERRORS.invalid } });
    expect(ticket.app.get(EchoController).requests).toHaveLength(before);
  });

  it('serves a request without a context as anonymous, who may nothing', async () => {
    const reply = await ivr.transport.request(Echo.subject, { text: 'who' }, 'not%a context', 2_000);
    expect(reply).toMatchObject({ actor: 'anonymous' });
  });

  it('keeps code, message and details of a domain error', async () => {
    const failure = await failureOf(echo({ text: 'refuse' }));
    expect(failure).toMatchObject({
      code: 'echo.refused',
      message: 'No, use another text.',
      details: { text: 'refuse' },
    });
  });

  it('tells nothing of the inside when the handler has a defect', async () => {
    const failure = await failureOf(echo({ text: 'defect' }));
    expect(failure.code).toBe(COMMON_ERRORS.internal);
    expect(JSON.stringify([failure.message, failure.details])).not.toContain('inside');
  });

  it('drops reply fields that a newer version of the other side added', async () => {
    expect(await echo({ text: 'newer' })).not.toHaveProperty('addedLater');
  });

  it('reports a reply that does not fit its contract as our own defect', async () => {
    expect((await failureOf(echo({ text: 'misfit' }))).code).toBe(COMMON_ERRORS.internal);
  });

  it('gives up when no reply comes in time', async () => {
    expect((await failureOf(echo({ text: 'never' }, 150))).code).toBe(COMMON_ERRORS.unavailable);
  });

  it('says at once that nobody serves an operation', async () => {
    const failure = await failureOf(ivr.client.call(Unserved, { text: 'x' }, CONTEXT, { timeoutMs: 60_000 }));
    expect(failure.code).toBe(COMMON_ERRORS.unavailable);
  });

  it('keeps many calls at once apart', async () => {
    const texts = Array.from({ length: 200 }, (_, i) => `text ${i}`);
    const replies = await Promise.all(texts.map((text) => echo({ text })));
    expect(replies.map((reply) => reply.text)).toEqual(texts);
  });

  describe('asked together with others', () => {
    const gathered = (request: object, correlationId: string, timeoutMs = 5_000) =>
      ivr.client.call(
        Echo,
        request as EchoRequest,
        { ...CONTEXT, correlationId },
        { gathered: true, timeoutMs },
      );

    it('answers each its own, in its own context', async () => {
      const numbers = Array.from({ length: 120 }, (_, i) => i);
      const replies = await Promise.all(numbers.map((i) => gathered({ text: `text ${i}` }, `c-${i}`)));
      expect(replies.map(({ text, correlationId }) => [text, correlationId])).toEqual(
        numbers.map((i) => [`text ${i}`, `c-${i}`]),
      );
    });

    it('lets one that is refused, has a defect or is never answered stop no other', async () => {
      const texts = ['one', 'refuse', 'defect', 'never', 'two'];
      const [one, refused, defect, never, two] = await Promise.allSettled(
        texts.map((text) => gathered({ text }, text, text === 'never' ? 400 : 300)),
      );
      expect([one, two]).toMatchObject([{ value: { text: 'one' } }, { value: { text: 'two' } }]);
      expect(refused).toMatchObject({ reason: { code: 'echo.refused', details: { text: 'refuse' } } });
      expect(defect).toMatchObject({ reason: { code: COMMON_ERRORS.internal } });
      expect(never).toMatchObject({ reason: { code: COMMON_ERRORS.unavailable } });
    });

    it('says at once that nobody serves the operation', async () => {
      const options = { gathered: true, timeoutMs: 60_000 };
      const asked = ['a', 'b'].map((text) =>
        failureOf(ivr.client.call(Unserved, { text }, CONTEXT, options)),
      );
      expect((await Promise.all(asked)).map(({ code }) => code)).toEqual([
        COMMON_ERRORS.unavailable,
        COMMON_ERRORS.unavailable,
      ]);
    });
  });

  it('refuses to start with two handlers for one operation', async () => {
    const start = startPeer('hr', connect('hr'), [EchoController, SecondEchoController]);
    await expect(start).rejects.toThrow('two handlers for ticket.query.echo.v1');
  });

  it('answers what it took before it was told to stop, and takes nothing afterwards', async () => {
    const leaving = await startPeer('leaving', connect('leaving'), [LeavingController]);
    const inProgress = ivr.client.call(Leave, { text: 'slow' }, CONTEXT);
    await leaving.app.get(LeavingController).entered;
    await leaving.transport.stopAccepting(5_000);
    await expect(inProgress).resolves.toMatchObject({ text: 'slow' });
    const late = await failureOf(ivr.client.call(Leave, { text: 'late' }, CONTEXT, { timeoutMs: 1_000 }));
    expect(late.code).toBe(COMMON_ERRORS.unavailable);
    await leaving.stop();
  });
}
