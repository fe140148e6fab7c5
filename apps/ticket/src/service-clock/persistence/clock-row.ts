import { type Nullable, withoutNulls } from '@switchyard/platform';
import type { StoredAlarm, StoredClock } from '../stored-clocks.port';

/** Alarms come as JSON, whose instants are texts. */
type Texts<T> = { readonly [Key in keyof T]: T[Key] extends Date | undefined ? string | undefined : T[Key] };
export type AlarmJson = Nullable<Texts<StoredAlarm>>;

export type ClockRow = Nullable<Omit<StoredClock, 'alarms' | 'pauses'>> & {
  readonly pauses: readonly { readonly from: string; readonly to?: string }[];
  readonly alarms: readonly AlarmJson[] | null;
};

export const CLOCK_COLUMNS = `clock.id, subject, subject_id as "subjectId", kind, area_code as "areaCode", stage, owner,
  cycle, limit_id as "limit", policy_id as "policyId", policy_version as "policyVersion", state,
  started_at as "startedAt", target, due_by as "dueBy", pauses, due_at as "dueAt", provisional,
  breaches_at as "breachesAt", met_at as "metAt", ended_at as "endedAt", ended_by as "endedBy",
  breached_at as "breachedAt", breach_is_provisional as "breachIsProvisional", clock.level, next_at as "nextAt", basis,
  reckoned_at as "reckonedAt"`;

/** The alarms of a clock, ascending. */
export const ALARMS = `(select json_agg(json_build_object('level', a.level, 'at', a.at, 'recipients', a.recipients,
    'firedAt', a.fired_at, 'lapsed', a.lapsed, 'acknowledgedAt', a.acknowledged_at,
    'acknowledgedBy', a.acknowledged_by, 'acknowledgement', a.acknowledgement) order by a.level)
  from service_clock_alarm a where a.clock_id = clock.id) as alarms`;

export function toStoredClock({ alarms, pauses, ...row }: ClockRow): StoredClock {
  return {
    ...withoutNulls<Omit<StoredClock, 'alarms' | 'pauses'>>(row),
    pauses: pauses.map(({ from, to }) => ({
      from: new Date(from),
      ...(to !== undefined && { to: new Date(to) }),
    })),
    alarms: (alarms ?? []).map(toAlarm),
  };
}

export function toAlarm(json: AlarmJson): StoredAlarm {
  const { at, firedAt, acknowledgedAt, ...rest } = withoutNulls<Texts<StoredAlarm>>(json);
  return {
    ...rest,
    ...(at !== undefined && { at: new Date(at) }),
    ...(firedAt !== undefined && { firedAt: new Date(firedAt) }),
    ...(acknowledgedAt !== undefined && { acknowledgedAt: new Date(acknowledgedAt) }),
  };
}
