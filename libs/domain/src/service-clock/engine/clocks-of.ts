import type { ClockEvent, ClockFacts, ClockPolicyVersion, ClockSubject } from '../policy';
import { type ClockCalendar, firstRunningInstant } from '../time';
import type { ClockState, ServiceClock } from './clock';
import type { Draft } from './draft';
import { HistoryReader } from './read-history';
import { dueOf } from './reckon-due';
import { levelsOf } from './reckon-levels';

export interface ClockedSubject {
  readonly subject: ClockSubject;
  /** As they are now: a change of kind or area leads to another limit with the same start and pauses. */
  readonly facts: ClockFacts;
}

/**
 * Every clock of a subject, in the order in which they started: a pure function of its history, so that whatever is
 * stored of them can be reckoned anew (§3, §13a). A clock keeps the version of its policy that held when it started.
 * @param events in the history's own order
 * @throws RangeError when the calendar closes for years
 */
export function clocksOf(
  { subject, facts }: ClockedSubject,
  events: readonly ClockEvent[],
  policies: readonly ClockPolicyVersion[],
  calendar: ClockCalendar,
): ServiceClock[] {
  const drafts = new HistoryReader(subject, facts, policies).read(events);
  return drafts.map((draft) => reckoned(draft, facts, calendar));
}

function reckoned(draft: Draft, facts: ClockFacts, calendar: ClockCalendar): ServiceClock {
  const { policy, owner, cycle, startedAt, metAt, endedAt, endedBy } = draft;
  const due = dueOf(draft, calendar);
  const dueAt = due.reckoned?.at;
  const pauses = [...draft.pauses];
  const runsOutAt = dueAt && firstRunningInstant(pauses, dueAt);
  const target = draft.span ? { ...draft.span, restDays: 'move-on' as const } : policy.target;
  const basis = {
    dueAt,
    breachesAt: runsOutAt,
    unit: due.by === 'manual' ? ('given' as const) : target.unit,
  };
  const { levels, provisional } = levelsOf(draft, facts, basis, calendar);
  const overAt = metAt ?? endedAt;
  const late = runsOutAt !== undefined && (overAt === undefined || runsOutAt < overAt);
  return {
    stage: policy.stage,
    owner,
    cycle,
    policyId: policy.id,
    policyVersion: policy.version,
    limit: policy.limit,
    state: stateOf(draft),
    startedAt,
    target,
    dueBy: due.by,
    pauses,
    ...(dueAt && { dueAt }),
    provisional: provisional || (due.reckoned?.provisional ?? false),
    ...(late && { breachesAt: runsOutAt }),
    ...(metAt && { metAt }),
    ...(endedAt && { endedAt, endedBy }),
    levels: overAt ? levels.filter(({ at }) => at && at < overAt) : levels,
  };
}

function stateOf({ metAt, endedAt, pauses }: Draft): ClockState {
  if (metAt) return 'met';
  if (endedAt) return 'ended';
  const last = pauses.at(-1);
  return last && last.to === undefined ? 'paused' : 'running';
}
