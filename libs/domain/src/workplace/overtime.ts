import { MINUTES_PER_DAY } from '../shared';
import type { WorkplacePolicy } from './workplace-policy';

/** A request is proposed by a leader, consented to by whom it concerns, approved by the head, and worked. */
export const OVERTIME_STATES = [
  'proposed',
  'consented',
  'refused',
  'approved',
  'declined',
  'worked',
  'withdrawn',
] as const;
export type OvertimeState = (typeof OVERTIME_STATES)[number];

export const OVERTIME_ACTS = ['consent', 'refuse', 'approve', 'decline', 'record', 'withdraw'] as const;
export type OvertimeAct = (typeof OVERTIME_ACTS)[number];

const NEXT: Readonly<Record<OvertimeState, Partial<Readonly<Record<OvertimeAct, OvertimeState>>>>> = {
  proposed: { consent: 'consented', refuse: 'refused', withdraw: 'withdrawn' },
  consented: { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' },
  // What was written down wrongly is written down again.
  approved: { record: 'worked', withdraw: 'withdrawn' },
  worked: { record: 'worked' },
  refused: {},
  declined: {},
  withdrawn: {},
};

/** The state after an act; undefined when it does not fit: nobody is approved who has not consented. */
export function afterOvertimeAct(state: OvertimeState, act: OvertimeAct): OvertimeState | undefined {
  return NEXT[state][act];
}

export interface OvertimeSpan {
  readonly from: Date;
  readonly to: Date;
}

export const overtimeMinutes = ({ from, to }: OvertimeSpan): number =>
  Math.round((to.getTime() - from.getTime()) / 60_000);

/** Whether it is a span of one minute to a day. */
export function isOvertimeSpan(span: OvertimeSpan): boolean {
  const minutes = overtimeMinutes(span);
  return minutes >= 1 && minutes <= MINUTES_PER_DAY;
}

/** Which cap these minutes would break beside those approved or worked already; undefined when none. */
export function overtimeCap(
  minutes: number,
  already: { readonly ofDay: number; readonly ofMonth: number },
  { mostMinutesPerDay, mostMinutesPerMonth }: WorkplacePolicy['overtime'],
): { readonly cap: 'day' | 'month'; readonly most: number; readonly would: number } | undefined {
  if (already.ofDay + minutes > mostMinutesPerDay)
    return { cap: 'day', most: mostMinutesPerDay, would: already.ofDay + minutes };
  if (already.ofMonth + minutes > mostMinutesPerMonth)
    return { cap: 'month', most: mostMinutesPerMonth, would: already.ofMonth + minutes };
  return undefined;
}
