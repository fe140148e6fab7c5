import { WORK_ORDER_ERRORS } from '@switchyard/contracts';
import type { BadTarget, Related } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { WorkOrder } from '../work-orders.port';

const WHY: Readonly<Record<BadTarget, string>> = {
  itself: 'is this very work order',
  finished: 'is finished',
  'other-kind': 'is of another kind',
  'is-linked': 'is itself linked to another: link to that one',
  'has-linked': 'cannot be chosen, for others are linked to this work order',
};

export function badTarget(field: string, number: string, problem: BadTarget): DomainError {
  return new DomainError(
    WORK_ORDER_ERRORS.badTarget,
    `${field}: ${number} ${WHY[problem]}. Choose another work order.`,
    { field, number, problem },
  );
}

export const related = ({ number, kind, status, parent }: WorkOrder): Related => ({
  number,
  kind,
  finished: status === 'closed',
  ...(parent !== undefined && { parent }),
});
