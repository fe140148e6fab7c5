import { Logger, maskPhone, maskText } from '.';
import { runInContext, systemContext } from '../context';
import { DomainError } from '../errors';

const capture = (): { logger: Logger; lines: () => Record<string, unknown>[]; text: () => string } => {
  let text = '';
  const logger = Logger.create({
    name: 'ivr',
    level: 'debug',
    destination: { write: (line) => (text += line) },
  });
  const lines = () =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { logger, lines, text: () => text };
};

describe('maskText', () => {
  it.each([
    ['call +8613912341234 now', 'call +86139****1234 now'],
    ['13912341234', '139****1234'],
    ['8613912341234', '86139****1234'],
    ['008613912341234', '008613****1234'],
    ['sip:+8613912341234@10.0.0.1', 'sip:+86139****1234@10.0.0.1'],
    ['/numbers/%2B8613912341234', '/numbers/%2B861****1234'],
    ['0571-88881234', '0571-****1234'],
    ['057188881234', '0571****1234'],
    ['two: 13912341234,13800001111', 'two: 139****1234,138****1111'],
    ['postgres://ivr:s3cret@host/db', 'postgres://ivr:****@host/db'],
  ])('masks %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    '2026-02-28T01:02:03.000Z',
    'batch 550e8400-e29b-41d4-a716-446655440000',
    'channel 1763797000.123',
    '1763797000123',
    '12345.67 元',
    'port 5432, pid 31002',
  ])('leaves %s alone', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('shows nothing of a number too short to mask', () => {
    expect(maskPhone('123')).toBe('****');
  });
});

describe('Logger', () => {
  it('writes one JSON line with service, level, time and the correlation id of the request', () => {
    const { logger, lines } = capture();
    runInContext(systemContext('ivr', 'c-42'), () => logger.named('Dialer').info('claimed', { contacts: 3 }));
    expect(lines()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        service: 'ivr',
        component: 'Dialer',
        correlationId: 'c-42',
        contacts: 3,
        msg: 'claimed',
      },
    ]);
  });

  it('masks telephone numbers in the message, in fields, nested, as keys, as numbers and in errors', () => {
    const { logger, text } = capture();
    const cause = new Error('no route to +8613912341234');
    logger.error('13912341234 failed', {
      phone: '13912341234',
      nested: { list: ['tel:+8613912341234'], callerNumber: 13912341234 },
      byNumber: { '+8613912341234': 1 },
      err: new DomainError('x.y', 'busy: 13912341234', { number: '139 1234 1234' }, { cause }),
    });
    expect(text()).not.toMatch(/139\s?1234\s?1234/);
    expect(text()).toContain('139****1234');
  });

  it('keeps code, details and cause of an error', () => {
    const { logger, lines } = capture();
    logger.warn('refused', { err: new DomainError('x.y', 'no', { limit: 3 }, { cause: new Error('why') }) });
    expect(lines()[0]?.err).toMatchObject({
      type: 'DomainError',
      code: 'x.y',
      message: 'no',
      details: { limit: 3 },
      cause: { message: 'why' },
    });
  });

  it('redacts secrets by name', () => {
    const { logger, text } = capture();
    logger.info('sign-in', {
      body: { password: 'hunter2', refreshToken: 'hunter2', token: 'hunter2', pin: 'hunter2' },
      headers: { authorization: 'hunter2', cookie: 'hunter2' },
    });
    expect(text()).not.toContain('hunter2');
  });

  it('survives what refers to itself', () => {
    const { logger, lines } = capture();
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    logger.info('loop', { loop });
    expect(lines()).toHaveLength(1);
  });

  it('writes nothing below its level', () => {
    let text = '';
    const logger = Logger.create({ level: 'warn', destination: { write: (line) => (text += line) } });
    logger.info('quiet');
    expect(text).toBe('');
  });
});
