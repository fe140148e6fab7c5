import type {
  ClockPolicy,
  ClockSpan,
  Conditions,
  EscalationLevel,
  EventPattern,
  Recipient,
} from '../clock-policy';

export const on = (...types: readonly string[]): EventPattern[] => types.map((type) => ({ type, where: {} }));

export const milestone = (name: string): EventPattern[] => [
  { type: 'milestone-reached', where: { milestone: [name] } },
];

const level = (
  number: number,
  threshold: EscalationLevel['threshold'],
  recipients: readonly Recipient[],
  where: Conditions = {},
): EscalationLevel => ({ level: number, threshold, recipients, where });

const FROM_DUE_ON: readonly EscalationLevel[] = [
  level(2, { kind: 'percent', value: 100 }, ['department-head', 'shift-leader']),
  level(3, { kind: 'after', value: 1, unit: 'working-days' }, ['centre-head', 'city']),
  level(4, { kind: 'after', value: 1, unit: 'working-days' }, ['province'], { major: [true] }),
];

/** §22: who is told at 80 %, at the limit, a working day later, and of matters of major impact. */
export const STANDARD_LEVELS: readonly EscalationLevel[] = [
  level(1, { kind: 'percent', value: 80 }, ['owner', 'liaison']),
  ...FROM_DUE_ON,
];

/** C2: the other article's nine days are a warning. */
export const WARNED_AT_NINE_DAYS: readonly EscalationLevel[] = [
  level(0, { kind: 'after-start', value: 9, unit: 'calendar-days' }, ['owner', 'liaison']),
  ...STANDARD_LEVELS,
];

/** L34: reminded before the promised time, half an hour [ours]. */
export const REMINDED_BEFORE: readonly EscalationLevel[] = [
  level(1, { kind: 'before', value: 30, unit: 'elapsed-minutes' }, ['owner']),
  ...FROM_DUE_ON,
];

/** §13a: limits without a number show the time since, with this internal target [ours]. */
export const AT_ONCE: ClockSpan = { value: 10, unit: 'elapsed-minutes' };

export const minutes = (value: number): ClockSpan => ({ value, unit: 'elapsed-minutes' });
export const workingDays = (value: number): ClockSpan => ({ value, unit: 'working-days' });
export const calendarDays = (value: number): ClockSpan => ({ value, unit: 'calendar-days' });
export const months = (value: number): ClockSpan => ({ value, unit: 'months' });

type Needed = Pick<ClockPolicy, 'id' | 'nameZh' | 'nameEn' | 'stage' | 'where' | 'owner' | 'start' | 'met'>;

/** A work order's limit, with what most of them have in common. */
export function limit(
  needed: Needed &
    Partial<ClockPolicy> &
    ({ readonly span: ClockSpan } | { readonly target: ClockPolicy['target'] }),
): ClockPolicy {
  const { span, ...rest } = 'span' in needed ? needed : { ...needed, span: undefined };
  return {
    limit: /^L\d\d/.exec(needed.id)?.[0] ?? needed.id,
    subject: 'work-order',
    ended: on('merged'),
    restart: 'goes-on',
    pause: 'stops',
    levels: STANDARD_LEVELS,
    active: true,
    ...(span && { target: { ...span, restDays: 'move-on' as const } }),
    ...rest,
  } as ClockPolicy;
}
