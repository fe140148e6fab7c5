import type { LeaveKind } from './leave-kinds';
import type { ApproverKind, LeavePolicy } from './leave-policy';

export interface ApprovalConditions {
  readonly kind: LeaveKind;
  /** Half days that count. */
  readonly halves: number;
  readonly extension: boolean;
  readonly exception: boolean;
}

/**
 * Who has to consent, in order (§10, C19). Made once, when leave is asked for, and kept with it: no later change of the
 * policy or of the papers takes a given consent away.
 * @throws Error when no rule fits; policies without one for every leave are refused
 */
export function approvalSteps(
  conditions: ApprovalConditions,
  { approval }: LeavePolicy,
): readonly ApproverKind[] {
  const { kind, halves, extension, exception } = conditions;
  const rule = approval.find(
    (one) =>
      one.kinds.includes(kind) &&
      halves >= one.fromHalves &&
      (one.belowHalves === undefined || halves < one.belowHalves) &&
      (one.extension === undefined || one.extension === extension) &&
      (one.exception === undefined || one.exception === exception),
  );
  if (!rule) throw new Error(`the leave policy has no approval for ${kind} of ${halves} half days`);
  return rule.steps;
}

export interface Approver {
  readonly staffNumber: string;
  readonly kind: string;
  readonly departmentCode: string;
  /** On leave or suspended today. */
  readonly away: boolean;
}

export interface DecidingApprovers {
  readonly staffNumbers: readonly string[];
  /** They decide in somebody's place. */
  readonly alternate: boolean;
}

/**
 * Who may decide a step: those of the kind in the applicant's department, else of the kind anywhere; in the place of all of
 * them when they are away or are the applicant, those of the alternate kinds in turn. Nobody decides about themself.
 */
export function decidersOf(
  step: ApproverKind,
  applicant: { readonly staffNumber: string; readonly departmentCode: string },
  approvers: readonly Approver[],
  { alternates }: Pick<LeavePolicy, 'alternates'>,
): DecidingApprovers {
  const present = (kind: string, near: boolean): string[] =>
    approvers
      .filter((one) => one.kind === kind && !one.away && one.staffNumber !== applicant.staffNumber)
      .filter(({ departmentCode }) => !near || departmentCode === applicant.departmentCode)
      .map(({ staffNumber }) => staffNumber);
  const near = approvers.some(
    ({ kind, departmentCode }) => kind === step && departmentCode === applicant.departmentCode,
  );
  const own = present(step, near);
  if (own.length > 0) return { staffNumbers: own, alternate: false };
  for (const kind of alternates[step]) {
    const found = present(kind, false);
    if (found.length > 0) return { staffNumbers: found, alternate: true };
  }
  return { staffNumbers: near ? present(step, false) : [], alternate: true };
}
