import type { WorkOrderEventType } from '../history/event-data';
import type { StageDefinition, TransitionDefinition } from './kind-definition';
import type { StandardStage } from './vocabulary';

const NAMES: Readonly<Record<StandardStage, readonly [chinese: string, english: string]>> = {
  received: ['已受理', 'received'],
  assigned: ['已派单', 'assigned'],
  accepted: ['处理中', 'in hand'],
  dispatched: ['已派工', 'crew dispatched'],
  'on-site': ['已到达现场', 'crew on site'],
  restored: ['已恢复', 'restored'],
  answered: ['部门已答复', 'answered by the department'],
  decided: ['已有处理意见', 'decided'],
  told: ['已告知客户', 'customer told'],
  closed: ['已办结', 'closed'],
  merged: ['已合并', 'merged'],
};
const FINAL: readonly StandardStage[] = ['closed', 'merged'];

export const stages = (...names: readonly StandardStage[]): readonly StageDefinition[] =>
  names.map((name) => ({
    name,
    names: { 'zh-CN': NAMES[name][0], en: NAMES[name][1] },
    ...(FINAL.includes(name) && { final: true }),
  }));

const to = (
  on: WorkOrderEventType,
  from: readonly StandardStage[],
  target?: StandardStage,
): TransitionDefinition => ({ on, from, ...(target !== undefined && { to: target }) });

const DESK: readonly StandardStage[] = ['received', 'assigned', 'accepted', 'answered', 'decided', 'told'];
const IN_THE_FIELD: readonly StandardStage[] = ['dispatched', 'on-site', 'restored'];
export const UNFINISHED: readonly StandardStage[] = [...DESK, ...IN_THE_FIELD];
const ANYWHERE: readonly StandardStage[] = [...UNFINISHED, 'closed'];
const WITH_A_DEPARTMENT: readonly StandardStage[] = ['assigned', 'accepted', 'dispatched', 'on-site'];

/** What every kind may do, whatever else. */
export const COMMON: readonly TransitionDefinition[] = [
  to('classified', UNFINISHED),
  to('assigned', ['received', 'assigned', 'accepted', 'answered', 'decided', 'told', 'restored'], 'assigned'),
  to('accepted', ['assigned'], 'accepted'),
  to('forwarded', ['assigned', 'accepted'], 'assigned'),
  to('answered', ['assigned', 'accepted'], 'answered'),
  to('sent-back', ['answered', 'decided', 'told', 'restored'], 'accepted'),
  to('noted', [...ANYWHERE, 'merged']),
  to('interim-replied', UNFINISHED),
  to('urged', UNFINISHED),
  to('paused', UNFINISHED),
  to('resumed', UNFINISHED),
  to('re-targeted', UNFINISHED),
  to('promised', UNFINISHED),
  to('customer-told', ['received', 'answered', 'decided', 'restored', 'told'], 'told'),
  // Whoever reported with others is told once it is over.
  to('customer-told', ['closed']),
  to('closed-with-parent', UNFINISHED, 'closed'),
  to('called-back', ANYWHERE),
  to('reopened', ['closed'], 'received'),
  to('merged', UNFINISHED, 'merged'),
  to('took-over', UNFINISHED),
  to('linked', UNFINISHED),
  to('attached', [...ANYWHERE, 'merged']),
  to('responsibility-moved', UNFINISHED),
  to('outage-linked', ANYWHERE),
  to('verification-requested', UNFINISHED),
  to('verification-reported', ANYWHERE),
  to('verification-sent-back', ANYWHERE),
  to('verification-accepted', ANYWHERE),
];

/** Done at the desk, or once the department has answered. */
export const CLOSED_BY_AN_ANSWER: readonly TransitionDefinition[] = [
  to('closed', ['received', 'answered', 'told'], 'closed'),
];

/** A crew goes there (§2.1); what the customer owns is explained and left to an electrician. */
export const IN_FIELD: readonly TransitionDefinition[] = [
  to('dispatched', ['received', 'assigned', 'accepted', 'dispatched'], 'dispatched'),
  to('arrived', ['dispatched'], 'on-site'),
  to('site-reported', ['dispatched', 'on-site']),
  to('estimate-changed', WITH_A_DEPARTMENT),
  to('restored', ['received', 'assigned', 'accepted', 'dispatched', 'on-site'], 'restored'),
  to('customer-owned', ['received', ...WITH_A_DEPARTMENT], 'answered'),
  to('sent-back', ['restored'], 'accepted'),
  to('closed', ['received', 'restored', 'answered', 'told'], 'closed'),
];

/** A decision before the customer is told of it (§2.4, L18). One who stays unknown cannot be told and asks by code. */
export const BY_DECISION: readonly TransitionDefinition[] = [
  to('decided', ['received', 'accepted', 'answered'], 'decided'),
  to('closed', ['decided', 'answered', 'told'], 'closed'),
];

/** Compensation, cause and improvement of a complaint, followed to their end, after closing too (§2.10). */
export const IN_THE_PROGRAMME: readonly TransitionDefinition[] = (
  [
    'compensation-proposed',
    'compensation-approved',
    'compensation-refused',
    'compensation-paid',
    'cause-found',
    'measure-planned',
    'measure-done',
    'measure-verified',
  ] as const
).map((on) => to(on, ANYWHERE));

/** Papers ticked off, and the steps to supply (§2.6, L21–L23). */
export const TO_SUPPLY: readonly TransitionDefinition[] = [
  to('paper-received', UNFINISHED),
  to('milestone-reached', UNFINISHED),
];
