import { judgeWebhookAnswer, nextWebhookTry, WEBHOOK_RETRY_SECONDS } from './next-try';

const FAILED_AT = new Date('2026-03-02T01:00:00Z');

describe('a webhook delivery', () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [302, 'again'],
    [404, 'again'],
    [429, 'again'],
    [500, 'again'],
    [undefined, 'again'],
    [410, 'refused'],
  ])('answered by %s is %s', (status, verdict) => expect(judgeWebhookAnswer(status)).toBe(verdict));

  it('is tried again after growing pauses, a tenth more or less', () => {
    expect(nextWebhookTry(1, FAILED_AT, 0.5)).toEqual(new Date('2026-03-02T01:00:05Z'));
    expect(nextWebhookTry(1, FAILED_AT, 0)).toEqual(new Date('2026-03-02T01:00:04.500Z'));
    expect(nextWebhookTry(2, FAILED_AT, 1)).toEqual(new Date('2026-03-02T01:01:06Z'));
    expect([...WEBHOOK_RETRY_SECONDS].sort((a, b) => a - b)).toEqual(WEBHOOK_RETRY_SECONDS);
  });

  it('is given up after the last pause', () => {
    const last = WEBHOOK_RETRY_SECONDS.length;
    expect(nextWebhookTry(last, FAILED_AT, 0.5)).toBeInstanceOf(Date);
    expect(nextWebhookTry(last + 1, FAILED_AT, 0.5)).toBeUndefined();
  });
});
