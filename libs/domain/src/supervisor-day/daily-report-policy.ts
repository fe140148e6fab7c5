import {
  type DocumentProblem,
  DocumentReader,
  formatTimeOfDay,
  ok,
  parseTimeOfDay,
  refused,
  type Result,
} from '../shared';

export const REPORT_LANGUAGES = ['zh-CN', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

export interface DailyReportPolicy {
  /** From when the report of yesterday is made, in minutes since midnight. */
  readonly makeMinute: number;
  /** Until when missing parts are asked for again before it is mailed without them. */
  readonly waitForPartsMinute: number;
  /** Not mailed to everybody by then: an alarm (§18: before 8:15). */
  readonly mailBeforeMinute: number;
  readonly recipients: readonly string[];
  readonly language: ReportLanguage;
  readonly retry: {
    /** Tries for each recipient, the first included. */
    readonly attempts: number;
    /** Pause before the second try; each further pause is twice as long. */
    readonly firstPauseSeconds: number;
    readonly longestPauseSeconds: number;
  };
}

/** Before 8:15 is §18 (S2 L242–268); when it is made, and how often mail is tried, is [ours]. Whom to mail is the operator's to say. */
export const STANDARD_DAILY_REPORT_POLICY: DailyReportPolicy = {
  makeMinute: 480,
  waitForPartsMinute: 488,
  mailBeforeMinute: 495,
  recipients: [],
  language: 'zh-CN',
  retry: { attempts: 8, firstPauseSeconds: 15, longestPauseSeconds: 600 },
};

/** As JSON has it: times are written HH:MM. */
export function dailyReportDocument(policy: DailyReportPolicy): object {
  const { makeMinute, waitForPartsMinute, mailBeforeMinute, ...rest } = policy;
  return {
    makeAt: formatTimeOfDay(makeMinute),
    waitForPartsUntil: formatTimeOfDay(waitForPartsMinute),
    mailBefore: formatTimeOfDay(mailBeforeMinute),
    ...rest,
  };
}

const ADDRESS = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}$/;
const MOST_RECIPIENTS = 50;

/** A policy out of JSON, with every problem named by its path. */
export function parseDailyReportPolicy(
  document: unknown,
): Result<DailyReportPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const time = (field: string) => reader.text(field, 'a time of day HH:MM', parseTimeOfDay, 0);
  const times = {
    makeMinute: time('makeAt'),
    waitForPartsMinute: time('waitForPartsUntil'),
    mailBeforeMinute: time('mailBefore'),
  };
  if (times.waitForPartsMinute < times.makeMinute || times.mailBeforeMinute <= times.waitForPartsMinute) {
    reader.complain('mailBefore', 'must be later than waitForPartsUntil, and that not before makeAt');
  }
  const retry = reader.object('retry');
  const policy: DailyReportPolicy = {
    ...times,
    recipients: readRecipients(reader),
    language: reader.oneOf('language', REPORT_LANGUAGES),
    retry: {
      attempts: retry.integer('attempts', 1, 20),
      firstPauseSeconds: retry.integer('firstPauseSeconds', 1, 3600),
      longestPauseSeconds: retry.integer('longestPauseSeconds', 1, 7200),
    },
  };
  retry.refuseUnknownFields();
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function readRecipients(reader: DocumentReader): string[] {
  const given = reader.list('recipients');
  const addresses = given.filter((item): item is string => typeof item === 'string' && ADDRESS.test(item));
  const known = [...new Set(addresses.map((address) => address.toLowerCase()))];
  if (known.length !== given.length) reader.complain('recipients', 'must be mail addresses, each once');
  if (known.length > MOST_RECIPIENTS) reader.complain('recipients', `must be at most ${MOST_RECIPIENTS}`);
  return known;
}
