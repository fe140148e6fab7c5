import type { DailyReportPolicy } from './daily-report-policy';

/** How a try to mail ended, as the mail server or the line told it. */
export interface MailFailure {
  /** Answer of the server, e.g. 451; absent when it gave none. */
  readonly responseCode?: number;
  /** The step in which it failed: CONN, AUTH PLAIN, MAIL FROM, RCPT TO, DATA … */
  readonly command?: string;
  /** The whole mail was on its way when it failed. */
  readonly handedOver: boolean;
}

/**
 * What follows from a failed try. `again`: the mail was certainly not taken, and a later try may succeed. `refused`: the server does not
 * want it, now or later. `unknown`: the line broke after the whole mail was sent and before the answer; it may have arrived, so that
 * it is not sent once more without somebody who says so: nobody gets the report twice.
 */
export function judgeMailFailure({
  responseCode,
  command = '',
  handedOver,
}: MailFailure): 'again' | 'refused' | 'unknown' {
  if (responseCode === undefined) return handedOver ? 'unknown' : 'again';
  // A login that is refused is a matter of the configuration: it may be put right in the meantime.
  return responseCode >= 500 && !command.startsWith('AUTH') ? 'refused' : 'again';
}

/** Seconds before the next try after so many; undefined when these were all. */
export function pauseBeforeNextTry(
  tries: number,
  { attempts, firstPauseSeconds, longestPauseSeconds }: DailyReportPolicy['retry'],
): number | undefined {
  if (tries >= attempts) return undefined;
  return Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (tries - 1));
}
