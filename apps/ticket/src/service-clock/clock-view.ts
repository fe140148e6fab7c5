import type { ClockLevelView, ServiceClockDetails, ServiceClockView } from '@switchyard/contracts';
import type { ClockPolicyVersion } from '@switchyard/domain';
import type { StoredAlarm, StoredClock } from './stored-clocks.port';

/** Names of limits, by policy and version. */
export class LimitNames {
  private readonly names: ReadonlyMap<string, ClockPolicyVersion>;

  constructor(policies: readonly ClockPolicyVersion[]) {
    this.names = new Map(policies.map((policy) => [`${policy.id} ${policy.version}`, policy]));
  }

  of({ policyId, policyVersion, limit }: StoredClock): { nameZh: string; nameEn: string } {
    const policy = this.names.get(`${policyId} ${policyVersion}`);
    return { nameZh: policy?.nameZh ?? limit, nameEn: policy?.nameEn ?? limit };
  }
}

export function toClockView(clock: StoredClock, names: LimitNames): ServiceClockView {
  const { id, subject, subjectId, kind, areaCode, stage, owner, cycle, limit, policyId, policyVersion } =
    clock;
  const { state, target, dueBy, provisional, endedBy, level } = clock;
  return {
    clockId: id,
    subject,
    subjectId,
    kind,
    areaCode,
    stage,
    owner,
    cycle,
    limit,
    policyId,
    policyVersion,
    ...names.of(clock),
    state,
    dueBy,
    provisional,
    endedBy,
    level,
    startedAt: clock.startedAt.toISOString(),
    target: target.unit === 'given' ? { unit: target.unit } : { unit: target.unit, value: target.value },
    pauses: clock.pauses.map(({ from, to }) => ({ from: from.toISOString(), to: to?.toISOString() })),
    dueAt: clock.dueAt?.toISOString(),
    metAt: clock.metAt?.toISOString(),
    endedAt: clock.endedAt?.toISOString(),
    breachedAt: clock.breachedAt?.toISOString(),
  };
}

export function toClockDetails(clock: StoredClock, names: LimitNames): ServiceClockDetails {
  return { ...toClockView(clock, names), levels: clock.alarms.map(toLevelView) };
}

export function toLevelView(alarm: StoredAlarm): ClockLevelView {
  const { level, recipients, lapsed, acknowledgedBy, acknowledgement } = alarm;
  return {
    level,
    recipients: [...recipients],
    lapsed,
    acknowledgedBy,
    acknowledgement,
    at: alarm.at?.toISOString(),
    firedAt: alarm.firedAt?.toISOString(),
    acknowledgedAt: alarm.acknowledgedAt?.toISOString(),
  };
}
