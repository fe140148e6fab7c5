import { localDate, MINUTES_PER_DAY, SHANGHAI_OFFSET_MINUTES } from '../shared';
import type { AttemptRule, DailyWindows, DialingPolicy } from './dialing-policy';

const hours = (from: number, to: number) => ({ fromMinute: from * 60, toMinute: to * 60 });

const RESIDENTS: DailyWindows = { days: 'every-day', ranges: [hours(9, 12), hours(14, 20)] };
const WORKING_HOURS: DailyWindows = { days: 'working-days', ranges: [hours(9, 12), hours(14, 17.5)] };

const ATTEMPTS: AttemptRule = {
  maxCounted: 3,
  spacingSeconds: {
    busy: 600,
    'no-answer': 7200,
    rejected: 7200,
    'switched-off': 7200,
    'hung-up-early': 3600,
    'no-reaction': 3600,
    'call-later': 7200,
  },
  lastInAnotherPartOfDay: true,
};

/** What is out now is told sooner (art. 19): minutes apart, in whatever part of the day [ours]. */
const OUTAGE_ATTEMPTS: AttemptRule = {
  maxCounted: 3,
  spacingSeconds: {
    busy: 180,
    'no-answer': 600,
    rejected: 1800,
    'switched-off': 900,
    'hung-up-early': 900,
    'no-reaction': 900,
    'call-later': 3600,
  },
  lastInAnotherPartOfDay: false,
};

/** The defaults of T2.4, T2.7 and T2.8. In force from the first day for which holidays are known. */
export const STANDARD_POLICY: DialingPolicy = {
  id: 'standard',
  validFrom: localDate('2024-01-01'),
  labOnly: false,
  zoneOffsetMinutes: SHANGHAI_OFFSET_MINUTES,
  windows: { resident: RESIDENTS, organisation: WORKING_HOURS, 'sole-trader': WORKING_HOURS },
  restTimes: [hours(0, 8), hours(12, 14), hours(21, 24)],
  // Half a minute of ringing and half a minute in which a call that is answered has begun to speak.
  closingMarginSeconds: 60,
  attempts: { 'bill-notice': ATTEMPTS, 'arrears-reminder': ATTEMPTS, 'outage-notice': OUTAGE_ATTEMPTS },
  technical: { maxFailures: 10, firstBackOffSeconds: 15, factor: 2, maxBackOffSeconds: 1800 },
  ringSeconds: 30,
  successRule: 'key-or-essential-part',
  dialogue: { maxRepeats: 3, keyWaitMs: 5000, maxPlaybackMs: 300_000, hangUpWaitMs: 5000 },
  frequencyCaps: [
    { seconds: 60, maxCalls: 1 },
    { seconds: 3600, maxCalls: 5 },
    { seconds: 86_400, maxCalls: 20 },
  ],
  maxNoticesPerCall: 5,
};

const ALL_DAY: DailyWindows = {
  days: 'every-day',
  ranges: [{ fromMinute: 0, toMinute: MINUTES_PER_DAY }],
};

const QUICK_ATTEMPTS: AttemptRule = {
  maxCounted: 3,
  spacingSeconds: {
    busy: 3,
    'no-answer': 4,
    rejected: 4,
    'switched-off': 4,
    'hung-up-early': 3,
    'no-reaction': 3,
    'call-later': 4,
  },
  lastInAnotherPartOfDay: false,
};

/** For the demo and tests on the lab's trunk: open day and night, spacing of seconds, no frequency cap. */
export const TEST_POLICY: DialingPolicy = {
  ...STANDARD_POLICY,
  id: 'test',
  labOnly: true,
  windows: { resident: ALL_DAY, organisation: ALL_DAY, 'sole-trader': ALL_DAY },
  restTimes: [],
  closingMarginSeconds: 0,
  attempts: {
    'bill-notice': QUICK_ATTEMPTS,
    'arrears-reminder': QUICK_ATTEMPTS,
    'outage-notice': QUICK_ATTEMPTS,
  },
  technical: { maxFailures: 10, firstBackOffSeconds: 1, factor: 2, maxBackOffSeconds: 8 },
  ringSeconds: 6,
  dialogue: { maxRepeats: 3, keyWaitMs: 2000, maxPlaybackMs: 120_000, hangUpWaitMs: 3000 },
  frequencyCaps: [],
};
