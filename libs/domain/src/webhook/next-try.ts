/** Seconds to wait after the first, second, … failed try; after the last one, almost three days on, a delivery is given up. */
export const WEBHOOK_RETRY_SECONDS: readonly number[] = [
  5,
  60,
  5 * 60,
  30 * 60,
  2 * 3600,
  5 * 3600,
  10 * 3600,
  24 * 3600,
  29 * 3600,
];

/** What an answer means: taken, to be tried again, or refused for good. */
export type WebhookVerdict = 'delivered' | 'again' | 'refused';

/**
 * 2xx took it. 410 Gone says that nobody listens any more. Everything else, 4xx and redirects too, is tried again: a department's system
 * that is being set up answers 401 or 404, and nothing may be lost meanwhile.
 * @param status HTTP status; undefined when no answer came
 */
export function judgeWebhookAnswer(status: number | undefined): WebhookVerdict {
  if (status === undefined) return 'again';
  if (status >= 200 && status < 300) return 'delivered';
  return status === 410 ? 'refused' : 'again';
}

/**
 * When a delivery is tried again; undefined when it is given up. A tenth more or less, so that what failed together does not come
 * back together.
 * @param tries tries so far, the failed one included, from 1
 * @param chance from 0 to 1
 */
export function nextWebhookTry(tries: number, failedAt: Date, chance: number): Date | undefined {
  const seconds = WEBHOOK_RETRY_SECONDS[tries - 1];
  if (seconds === undefined) return undefined;
  return new Date(failedAt.getTime() + Math.round(seconds * 1000 * (0.9 + 0.2 * chance)));
}
