import {
  alarmsAfter,
  type ClockFacts,
  dueAlarms,
  lateSince,
  nextAlarmAt,
  type ServiceClock,
} from '@switchyard/domain';
import type { BreachFact, StoredAlarm, StoredClock, SubjectReference } from './stored-clocks.port';

export interface Reckoning {
  readonly subject: SubjectReference;
  readonly facts: ClockFacts;
  readonly clocks: readonly ServiceClock[];
  readonly basis: string;
  readonly now: Date;
  readonly newId: () => string;
}

export interface ClockChanges {
  readonly clocks: readonly StoredClock[];
  readonly facts: readonly BreachFact[];
}

/** Type of the end of a clock that no limit asks for any more, e.g. since the matter is of another kind. */
const NO_LONGER_ASKED = 'no-longer-asked';

/** What is to be stored once a subject's clocks were reckoned anew. Fired levels and firm breaches stay as they are. */
export function reconcileClocks(stored: readonly StoredClock[], reckoning: Reckoning): ClockChanges {
  const known = new Map(stored.map((clock) => [keyOf(clock), clock]));
  const asked = new Set(reckoning.clocks.map(keyOf));
  const results = [
    ...reckoning.clocks.map((clock) => renewed(known.get(keyOf(clock)), clock, reckoning)),
    ...stored
      .filter((clock) => !asked.has(keyOf(clock)) && isOpen(clock))
      .map((clock) => renewed(clock, noLongerAsked(clock, reckoning.now), reckoning)),
  ];
  return { clocks: results.map(({ clock }) => clock), facts: results.flatMap(({ facts }) => facts) };
}

/** What a sweep finds: the levels that are to be told now, in order, and what is to be stored then. */
export function fireDue(
  stored: StoredClock,
  now: Date,
): {
  readonly clock: StoredClock;
  readonly fired: readonly StoredAlarm[];
  readonly facts: readonly BreachFact[];
} {
  const fired = dueAlarms(stored.alarms, now);
  const levels = new Set(fired.map(({ level }) => level));
  const alarms = stored.alarms.map((alarm) => (levels.has(alarm.level) ? { ...alarm, firedAt: now } : alarm));
  const { clock, facts } = judged({ ...stored, alarms }, stored, now);
  return { clock, fired, facts };
}

interface Judged {
  readonly clock: StoredClock;
  readonly facts: readonly BreachFact[];
}

function renewed(old: StoredClock | undefined, clock: ServiceClock, reckoning: Reckoning): Judged {
  const { subject, facts, basis, now, newId } = reckoning;
  const { levels: _, ...rest } = clock;
  const { kind, areaCode } = facts;
  return judged(
    {
      ...rest,
      id: old?.id ?? newId(),
      subject: subject.subject,
      subjectId: subject.id,
      basis,
      reckonedAt: now,
      ...(typeof kind === 'string' && { kind }),
      ...(typeof areaCode === 'string' && { areaCode }),
      breachIsProvisional: false,
      alarms: alarmsAfter(old?.alarms ?? [], clock).map((alarm) => ({
        ...acknowledgementOf(old, alarm.level),
        ...alarm,
      })),
    },
    old,
    now,
  );
}

/** Completes a clock by what follows from its alarms and from what was recorded of it before. */
function judged(clock: StoredClock, old: StoredClock | undefined, now: Date): Judged {
  const { breachedAt, breachIsProvisional, facts } = breachOf(clock, old, now);
  const { breachedAt: _, nextAt: __, level: ___, ...rest } = clock;
  const level = Math.max(
    -1,
    ...clock.alarms.filter(({ firedAt }) => firedAt).map(({ level: fired }) => fired),
  );
  const nextAt = isOpen(clock)
    ? earlier(nextAlarmAt(clock.alarms), breachedAt ? undefined : justAfter(clock))
    : undefined;
  return {
    clock: {
      ...rest,
      breachIsProvisional,
      ...(breachedAt && { breachedAt }),
      ...(level >= 0 && { level }),
      ...(nextAt && { nextAt }),
    },
    facts,
  };
}

function breachOf(clock: StoredClock, old: StoredClock | undefined, now: Date) {
  const late = isOpen(clock) ? lateSince({ ...clock, levels: [] }, now) : clock.breachesAt;
  const known = old?.breachedAt;
  const wasProvisional = old?.breachIsProvisional ?? false;
  if (!known) {
    if (!late) return { breachedAt: undefined, breachIsProvisional: false, facts: [] };
    const fact = factOf(clock, 'breached', late, now);
    return { breachedAt: late, breachIsProvisional: clock.provisional, facts: [fact] };
  }
  if (!wasProvisional || (late && clock.provisional)) {
    return { breachedAt: known, breachIsProvisional: wasProvisional, facts: [] };
  }
  const withdrawn = factOf(clock, 'withdrawn', known, now);
  if (!late) return { breachedAt: undefined, breachIsProvisional: false, facts: [withdrawn] };
  const firm = factOf(clock, 'breached', late, now);
  return { breachedAt: late, breachIsProvisional: clock.provisional, facts: [withdrawn, firm] };
}

function factOf(clock: StoredClock, fact: BreachFact['fact'], breachedAt: Date, now: Date): BreachFact {
  const { id, dueAt, policyId, policyVersion, basis, provisional } = clock;
  return {
    clockId: id,
    fact,
    breachedAt,
    dueAt: dueAt ?? breachedAt,
    policyId,
    policyVersion,
    basis,
    provisional,
    recordedAt: now,
  };
}

function noLongerAsked(clock: StoredClock, now: Date): ServiceClock {
  const { breachesAt, ...rest } = clock;
  const late = breachesAt && breachesAt < now ? { breachesAt } : {};
  return { ...rest, ...late, state: 'ended', endedAt: now, endedBy: NO_LONGER_ASKED, levels: [] };
}

function acknowledgementOf(old: StoredClock | undefined, level: number): Partial<StoredAlarm> {
  const { acknowledgedAt, acknowledgedBy, acknowledgement } =
    old?.alarms.find((alarm) => alarm.level === level) ?? ({} as Partial<StoredAlarm>);
  return {
    ...(acknowledgedAt && { acknowledgedAt }),
    ...(acknowledgedBy !== undefined && { acknowledgedBy }),
    ...(acknowledgement !== undefined && { acknowledgement }),
  };
}

/** A clock is late from the instant after its due date. */
function justAfter({ breachesAt }: StoredClock): Date | undefined {
  return breachesAt && new Date(breachesAt.getTime() + 1);
}

function earlier(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}

const isOpen = ({ state }: { state: ServiceClock['state'] }): boolean =>
  state === 'running' || state === 'paused';

const keyOf = ({ stage, owner, cycle }: Pick<ServiceClock, 'stage' | 'owner' | 'cycle'>): string =>
  `${stage} ${owner} ${cycle}`;
