import type { FigureGroup } from '@switchyard/contracts';
import { QUEUE_COUNT_NAMES, type QueueCounts } from '@switchyard/domain';

/** Longer than any wait or talk, and any call: what is still open then was never closed. */
export const OPEN_AT_MOST = '12 hours';

/** The stays that began from $1 until before $2, and whether an agent had handed the caller on into it. */
export const STAYS = `
  select c.*, coalesce(h.first_at < c.entered_at, false) as handed_on
  from queue_calls c
  left join (
    select call_id, min(entered_at) as first_at from queue_calls
    where transferred and entered_at >= $1::timestamptz - interval '${OPEN_AT_MOST}' and entered_at < $2
    group by call_id
  ) h on h.call_id = c.call_id
  where c.entered_at >= $1 and c.entered_at < $2`;

const WAITED = 'extract(epoch from coalesce(q.connected_at, q.left_at) - q.entered_at)';
const STILL_WAITS = `q.outcome is null and q.connected_at is null and q.left_at is null and q.entered_at > now() - interval '${OPEN_AT_MOST}'`;

/** What became of somebody who asked for a human; $3 seconds to answer in. */
const ASKED = {
  offered: 'true',
  answered: `q.outcome = 'answered'`,
  answeredInTime: `q.outcome = 'answered' and ${WAITED} <= $3`,
  abandoned: `q.outcome = 'abandoned'`,
  abandonedInTime: `q.outcome = 'abandoned' and ${WAITED} <= $3`,
  callBacks: `q.outcome = 'call-back'`,
  timedOut: `q.outcome = 'timeout'`,
  turnedAway: `q.outcome in ('full', 'empty', 'unavailable')`,
  waiting: STILL_WAITS,
  waitingInTime: `${STILL_WAITS} and q.entered_at > now() - make_interval(secs => $3)`,
  transferred: 'q.transferred',
} satisfies Partial<Record<keyof QueueCounts, string>>;

/** What agents did; $4 seconds that a phone may ring. */
const DONE: Readonly<Record<Exclude<keyof QueueCounts, keyof typeof ASKED | 'waitSeconds'>, string>> = {
  talks: `count(*) filter (where q.outcome = 'answered')::int`,
  rang: 'count(q.ring_seconds)::int',
  ringSeconds: 'coalesce(sum(q.ring_seconds), 0)::float8',
  rangTooLong: 'count(*) filter (where q.ring_seconds > $4)::int',
  talked: 'count(q.talk_seconds)::int',
  handledSeconds: 'coalesce(sum(q.talk_seconds + coalesce(q.hold_seconds, 0)), 0)::float8',
  holdKnown: 'count(q.talk_seconds + q.hold_seconds)::int',
  talkSeconds: 'coalesce(sum(q.talk_seconds) filter (where q.hold_seconds is not null), 0)::float8',
  holdSeconds: 'coalesce(sum(q.hold_seconds) filter (where q.talk_seconds is not null), 0)::float8',
  wrappedUp: 'count(q.after_call_seconds)::int',
  afterCallSeconds: 'coalesce(sum(q.after_call_seconds), 0)::float8',
};

/**
 * What counts as asking for a human. By agent, every talk; by queue, every stay in it; otherwise a caller who was handed
 * on has asked once.
 */
const COUNTED: Readonly<Record<FigureGroup | 'none', string>> = {
  agent: 'true',
  queue: 'not q.taken_over',
  tier: 'not q.taken_over and not q.handed_on',
  none: 'not q.taken_over and not q.handed_on',
};

export function countColumns(groupBy: FigureGroup | undefined): string {
  const counted = COUNTED[groupBy ?? 'none'];
  const expressions: Readonly<Record<keyof QueueCounts, string>> = {
    ...DONE,
    ...(Object.fromEntries(
      Object.entries(ASKED).map(([name, what]) => [
        name,
        `count(*) filter (where ${counted} and ${what})::int`,
      ]),
    ) as Record<keyof typeof ASKED, string>),
    waitSeconds: `coalesce(sum(${WAITED}) filter (where ${counted} and q.outcome = 'answered'), 0)::float8`,
  };
  return QUEUE_COUNT_NAMES.map((name) => `${expressions[name]} as "${name}"`).join(', ');
}
