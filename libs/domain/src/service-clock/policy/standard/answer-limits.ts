import type { ClockPolicy, ClockSpan, Conditions } from '../clock-policy';
import {
  AT_ONCE,
  calendarDays,
  limit,
  minutes,
  on,
  REMINDED_BEFORE,
  WARNED_AT_NINE_DAYS,
  workingDays,
} from './parts';

const DISCIPLINE = 'discipline-inspection';
const TO_DEPARTMENT = on('assigned', 'forwarded', 'sent-back');
const OVER = on('merged', 'closed', 'closed-with-parent');

const result = (
  id: string,
  nameZh: string,
  nameEn: string,
  where: Conditions,
  span: ClockSpan,
  more: Partial<ClockPolicy> = {},
): ClockPolicy =>
  limit({
    id,
    nameZh,
    nameEn,
    stage: 'department-result',
    where,
    owner: 'department',
    span,
    start: TO_DEPARTMENT,
    met: on('answered', 'decided'),
    ended: OVER,
    ...more,
  });

const toCustomer = (id: string, nameZh: string, nameEn: string, kinds: readonly string[]): ClockPolicy =>
  limit({
    id,
    nameZh,
    nameEn,
    stage: 'customer-reply',
    owner: 'centre',
    span: workingDays(1),
    // Who left no way to be reached asks by query code (C5).
    where: { kind: kinds, contactable: [true] },
    start: on('answered', 'decided'),
    met: on('customer-told', 'called-back'),
    ended: on('merged', 'sent-back', 'assigned', 'forwarded', 'reopened'),
  });

const callBack = (id: string, nameZh: string, nameEn: string, kinds: readonly string[]): ClockPolicy =>
  limit({
    id,
    nameZh,
    nameEn,
    stage: 'call-back',
    owner: 'centre',
    span: workingDays(1),
    where: { kind: kinds, contactable: [true] },
    start: on('closed', 'closed-with-parent'),
    met: on('called-back'),
    ended: on('merged', 'reopened'),
  });

const interim = (id: string, nameZh: string, nameEn: string, kind: string, days: number): ClockPolicy =>
  limit({
    id,
    nameZh,
    nameEn,
    stage: 'interim-reply',
    owner: 'department',
    span: workingDays(days),
    where: { kind: [kind], owner: [DISCIPLINE] },
    start: TO_DEPARTMENT,
    met: on('interim-replied', 'answered', 'decided'),
    ended: OVER,
  });

/** L07–L20, L30 and L34: answers from a department to the centre, and from the centre to the customer. */
export const ANSWER_LIMITS = [
  result('L07', '查询：部门答复', 'query: department', { kind: ['query'] }, workingDays(2)),
  toCustomer('L08', '查询：答复客户', 'query: reply to the customer', ['query']),
  result('L09', '咨询：部门答复', 'consultation: department', { kind: ['consultation'] }, workingDays(2)),
  toCustomer('L10', '咨询：答复客户', 'consultation: reply to the customer', ['consultation']),
  result(
    'L11',
    '专家组答复',
    'expert group',
    { kind: ['query', 'consultation', 'suggestion', 'hard-question'], owner: ['expert-group'] },
    workingDays(2),
  ),
  result('L12', '投诉：处理结果', 'complaint: result', { kind: ['complaint'] }, calendarDays(2)),
  result('L13', '举报：处理结果', 'report: result', { kind: ['misconduct-report'] }, calendarDays(9)),
  result(
    'L14',
    '投诉：纪检监察处理结果',
    'complaint: discipline inspection',
    { kind: ['complaint'], owner: [DISCIPLINE] },
    workingDays(4),
  ),
  result(
    'L15',
    '举报：纪检监察处理结果',
    'report: discipline inspection',
    { kind: ['misconduct-report'], owner: [DISCIPLINE] },
    workingDays(9),
    { levels: WARNED_AT_NINE_DAYS },
  ),
  interim('L16-complaint', '投诉：阶段性答复', 'complaint: interim reply', 'complaint', 4),
  interim('L16-misconduct-report', '举报：阶段性答复', 'report: interim reply', 'misconduct-report', 9),
  limit({
    id: 'L17',
    nameZh: '投诉举报转办',
    nameEn: 'forwarding of complaints and reports',
    stage: 'forward',
    where: { kind: ['complaint', 'misconduct-report'] },
    owner: 'centre',
    start: on('opened', 'reopened'),
    met: on('assigned', 'forwarded', 'decided'),
    ended: OVER,
    span: AT_ONCE,
  }),
  toCustomer('L18', '告知客户处理意见', 'telling the customer the decision', [
    'complaint',
    'misconduct-report',
  ]),
  callBack('L19', '投诉举报回访', 'call-back of complaints and reports', ['complaint', 'misconduct-report']),
  callBack('L20', '用电申请回访', 'call-back of applications', ['application']),
  limit({
    id: 'L30',
    nameZh: '未接来电回复',
    nameEn: 'call-back of a lost call',
    stage: 'lost-call',
    owner: 'centre',
    where: { kind: ['call-back-request'] },
    start: on('opened', 'reopened'),
    span: minutes(1440),
    met: on('customer-told', 'called-back', 'closed', 'closed-with-parent'),
    pause: 'ignored',
  }),
  limit({
    id: 'L34',
    nameZh: '约定回复',
    nameEn: 'promised reply',
    stage: 'promised-reply',
    owner: 'centre',
    where: {},
    start: on('promised'),
    met: on('customer-told', 'called-back'),
    restart: 'replaces',
    target: { unit: 'given', field: 'at', daysBefore: 0 },
    pause: 'ignored',
    levels: REMINDED_BEFORE,
  }),
];
