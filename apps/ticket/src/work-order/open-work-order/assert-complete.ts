import { type IntakeChannel, WORK_ORDER_ERRORS } from '@switchyard/contracts';
import type { NeededFact, WorkOrderKindDefinition } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { checkFields, type FieldProblem } from '../kinds/check-fields';
import type { OpenWorkOrderCommand } from './open-work-order.command';

/** By these nobody who knows the kind's fields fills them in: an agent completes them afterwards. */
const COMPLETED_LATER: readonly IntakeChannel[] = ['menu', 'system'];
/** Without these nobody could do what is asked, whoever takes it in. */
const NEVER_LATER: readonly (readonly [string, NeededFact])[] = [
  ['call-back-request', 'phone'],
  ['application', 'applicationKind'],
];

export type Told = Pick<
  OpenWorkOrderCommand,
  'kind' | 'anonymous' | 'accountNo' | 'phone' | 'areaCode' | 'applicationKind' | 'fields'
>;

/**
 * What a work order cannot do without, and what an anonymous one may not have (art. 15(12)): a number that was stored
 * once may be found for ever. By menu and by events it may be incomplete.
 * @throws DomainError `work-order.identity-given`, `work-order.field-missing`, `work-order.fields-invalid`
 */
export function assertComplete(
  command: OpenWorkOrderCommand,
  definition: WorkOrderKindDefinition,
): { readonly incomplete: boolean } {
  const { kind, anonymous = false, accountNo, phone, channel = 'system' } = command;
  if (anonymous && (accountNo !== undefined || phone !== undefined)) {
    throw new DomainError(
      WORK_ORDER_ERRORS.identityGiven,
      'An anonymous work order keeps neither account nor phone; leave both out.',
      { field: phone === undefined ? 'accountNo' : 'phone' },
    );
  }
  for (const [of, fact] of NEVER_LATER) {
    if (of === kind && command[fact] === undefined) throw missingFact(kind, fact);
  }
  const problems = problemsOf(command, definition);
  const wrong = problems.filter(({ missing }) => !missing || !COMPLETED_LATER.includes(channel));
  if (wrong.length > 0) throw fieldsInvalid(kind, wrong);
  return { incomplete: problems.length > 0 };
}

/** Everything that is missing or wrong, by the definition of the kind. */
export function problemsOf(told: Told, definition: WorkOrderKindDefinition): readonly FieldProblem[] {
  const missing = definition.needs
    .filter((fact) => told[fact] === undefined && !(told.anonymous === true && isIdentity(fact)))
    .map((fact) => ({ field: fact, problems: ['is missing'], missing: true }));
  return [...missing, ...checkFields(definition, told.fields ?? {})];
}

export function fieldsInvalid(kind: string, problems: readonly FieldProblem[]): DomainError {
  const summary = problems.map((problem) => `${problem.field} ${problem.problems.join(', ')}`).join('; ');
  return new DomainError(WORK_ORDER_ERRORS.fieldsInvalid, `A work order of kind ${kind}: ${summary}.`, {
    fields: problems.map((problem) => ({ field: problem.field, problems: problem.problems })),
  });
}

const isIdentity = (fact: NeededFact): boolean => fact === 'phone' || fact === 'accountNo';

function missingFact(kind: string, field: NeededFact): DomainError {
  return new DomainError(WORK_ORDER_ERRORS.fieldMissing, `A work order of kind ${kind} needs ${field}.`, {
    field,
  });
}
