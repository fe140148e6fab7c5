import { WORK_ORDER_ERRORS } from '@switchyard/contracts';
import type { NewWorkOrderEvent } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

/** Field by which a kind tells the time that was promised, as the slip of a hard question does (§2.8). */
const FIELD = 'promisedReplyAt';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A time told among a kind's own fields is a promise like any other (L34); none where it was told before.
 * @throws DomainError `work-order.fields-invalid` for a time that is not in the calendar, or has passed
 */
export function promisedIn(
  now: Date,
  fields: Fields = {},
  before: Fields = {},
): readonly NewWorkOrderEvent[] {
  const told = fields[FIELD];
  if (typeof told !== 'string' || told === before[FIELD]) return [];
  const at = new Date(told);
  if (Number.isNaN(at.getTime())) throw wrong(`${told} is no time`, 'must be a time of the calendar');
  if (at <= now) throw wrong(`${told} has passed`, `must be later than ${now.toISOString()}`);
  return [{ type: 'promised', data: { at: at.toISOString(), to: 'customer' } }];
}

const wrong = (why: string, problem: string): DomainError =>
  new DomainError(WORK_ORDER_ERRORS.fieldsInvalid, `fields.${FIELD}: ${why}.`, {
    fields: [{ field: `fields.${FIELD}`, problems: [problem] }],
  });
