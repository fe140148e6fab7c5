import type { Condition } from '../../workplace/common/list-rows';
import type { Standing } from '../checklist/checklist.port';

/** Where a line stands at a moment, as a condition on `checklist_item i`. */
export function standingIs(standing: Standing, now: Date): Condition {
  switch (standing) {
    case 'open':
      return ['i.done_at is null and i.due_at >= ?', now];
    case 'missed':
      return ['i.done_at is null and i.due_at < ?', now];
    case 'done':
      return ['(i.done_at <= i.due_at) = ?', true];
    case 'late':
      return ['(i.done_at > i.due_at) = ?', true];
  }
}
