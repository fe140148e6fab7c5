import { ok, refused, type LocalDate, type Result } from '../shared';
import type { LeavingKind, LeavingReason } from './leaving';

/** `expected` has a day of entry that is still to come. */
export const STAFF_STATUSES = ['expected', 'active', 'suspended', 'left'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

/** 专员, 高级专员, 主管, and who heads a department (§1). */
export const STAFF_TIERS = ['agent', 'senior', 'supervisor', 'head'] as const;
export type StaffTier = (typeof STAFF_TIERS)[number];

export interface StaffPosition {
  readonly departmentCode: string;
  readonly postCode: string;
  readonly tier: StaffTier;
  readonly groupCode?: string;
}

export interface StaffState extends StaffPosition {
  readonly status: StaffStatus;
  readonly hiredOn: LocalDate;
  readonly leftOn?: LocalDate;
  readonly leavingKind?: LeavingKind;
  readonly leavingReason?: LeavingReason;
}

/** The steps of a working life after the hiring; `enter` is the first day at work. */
export const STAFF_STEP_KINDS = ['enter', 'transfer', 'suspend', 'resume', 'leave'] as const;
export type StaffStepKind = (typeof STAFF_STEP_KINDS)[number];

export interface StaffStep {
  readonly kind: StaffStepKind;
  readonly effectiveOn: LocalDate;
  /** Of a transfer: what changes; a group of null is none. */
  readonly to?: Partial<Omit<StaffPosition, 'groupCode'>> & { readonly groupCode?: string | null };
  readonly leavingKind?: LeavingKind;
  readonly leavingReason?: LeavingReason;
}

export interface StepRefusal {
  readonly status: StaffStatus;
  readonly problem: string;
}

const FROM: Readonly<Record<StaffStepKind, readonly StaffStatus[]>> = {
  enter: ['expected'],
  transfer: ['expected', 'active', 'suspended'],
  suspend: ['active'],
  resume: ['suspended'],
  leave: ['expected', 'active', 'suspended'],
};

/** What somebody is after a step; steps are given in the order of their days. */
export function afterStep(state: StaffState, step: StaffStep): Result<StaffState, StepRefusal> {
  const { kind, effectiveOn } = step;
  if (!FROM[kind].includes(state.status)) {
    return refused({
      status: state.status,
      problem: `${kind} is for who is ${FROM[kind].join(' or ')}, not ${state.status}`,
    });
  }
  const neverStarts = kind === 'leave' && state.status === 'expected';
  if (effectiveOn < state.hiredOn && kind !== 'transfer' && !neverStarts) {
    return refused({ status: state.status, problem: `lies before the day of entry, ${state.hiredOn}` });
  }
  switch (kind) {
    case 'enter':
    case 'resume':
      return ok({ ...state, status: 'active' });
    case 'suspend':
      return ok({ ...state, status: 'suspended' });
    case 'transfer':
      return ok(transferred(state, step.to ?? {}));
    case 'leave': {
      const { groupCode: _left, ...rest } = state;
      const { leavingKind, leavingReason } = step;
      // Who says before the first day that they do not come was staff on no day.
      const leftOn = effectiveOn < state.hiredOn ? state.hiredOn : effectiveOn;
      return ok({ ...rest, status: 'left', leftOn, leavingKind, leavingReason });
    }
  }
}

/**
 * What somebody is after planned steps, in the order given.
 * A refusal names the step by its place, from 0.
 */
export function afterSteps(
  state: StaffState,
  steps: readonly StaffStep[],
): Result<StaffState, StepRefusal & { readonly place: number }> {
  let current = state;
  for (const [place, step] of steps.entries()) {
    const next = afterStep(current, step);
    if (!next.ok) return refused({ ...next.error, place });
    current = next.value;
  }
  return ok(current);
}

function transferred(state: StaffState, { groupCode, ...to }: NonNullable<StaffStep['to']>): StaffState {
  const { groupCode: before, ...rest } = state;
  const moved = to.departmentCode !== undefined && to.departmentCode !== state.departmentCode;
  // A group belongs to a department: who goes to another is in no group of the old one.
  const group = groupCode === undefined ? (moved ? undefined : before) : (groupCode ?? undefined);
  return { ...rest, ...to, ...(group !== undefined && { groupCode: group }) };
}
