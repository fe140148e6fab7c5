import { COMMON_ERRORS, type StaffStepFields } from '@switchyard/contracts';
import type { StaffStep, StaffStepKind } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { StaffEvent } from './staff-register.port';

const TO = ['departmentCode', 'postCode', 'tier', 'groupCode', 'withoutGroup'] as const;
const LEAVING = ['leavingKind', 'leavingReason'] as const;

/** What a step changes, as it is kept. @throws DomainError `request.invalid` when it lacks what its kind needs */
export function detailsOf(request: StaffStepFields): Readonly<Record<string, unknown>> {
  const given = (fields: readonly (keyof StaffStepFields)[]) =>
    fields.filter((field) => request[field] !== undefined);
  const isTransfer = request.kind === 'transfer';
  const isLeaving = request.kind === 'leave';
  const problems = [
    ...(isTransfer ? [] : given(TO).map((field) => [field, 'is for a transfer'])),
    ...(isLeaving ? [] : given(LEAVING).map((field) => [field, 'is for a leaving'])),
    ...(isTransfer && given(TO).length === 0
      ? [['departmentCode', 'must be given, or postCode, tier, groupCode or withoutGroup']]
      : []),
    ...(isLeaving
      ? LEAVING.filter((field) => request[field] === undefined).map((field) => [
          field,
          'must be given for a leaving',
        ])
      : []),
    ...(request.withoutGroup === true && request.groupCode !== undefined
      ? [['withoutGroup', 'cannot stand beside groupCode']]
      : []),
  ] as [string, string][];
  if (problems.length > 0) {
    throw new DomainError(
      COMMON_ERRORS.invalid,
      `This is no ${request.kind}: ${problems.map(([field, problem]) => `${field} ${problem}`).join('; ')}.`,
      { fields: problems.map(([field, problem]) => ({ field, problems: [problem] })) },
    );
  }
  const fields = [...given(TO), ...given(LEAVING)].filter((field) => field !== 'withoutGroup');
  const details: [string, unknown][] = fields.map((field) => [field, request[field]]);
  return Object.fromEntries(request.withoutGroup === true ? [...details, ['groupCode', null]] : details);
}

/** A step as the rules want it, out of what is kept. */
export function stepOf({
  kind,
  effectiveOn,
  details,
}: Pick<StaffEvent, 'kind' | 'effectiveOn' | 'details'>): StaffStep {
  const { leavingKind, leavingReason, ...to } = details as Pick<StaffStep, 'leavingKind' | 'leavingReason'>;
  return {
    kind: kind as StaffStepKind,
    effectiveOn,
    ...(kind === 'transfer' && { to }),
    ...(leavingKind && { leavingKind }),
    ...(leavingReason && { leavingReason }),
  };
}
