import type { ClockPolicy, ClockTarget } from '../clock-policy';
import { AT_ONCE, limit, on, workingDays } from './parts';

const OVER = on('restored', 'cancelled');
const atOnce: ClockTarget = { ...AT_ONCE, restDays: 'move-on' };

const ofOutage = (
  id: string,
  nameZh: string,
  nameEn: string,
  rest: Omit<
    ClockPolicy,
    'limit' | 'id' | 'nameZh' | 'nameEn' | 'subject' | 'restart' | 'pause' | 'levels' | 'active' | 'ended'
  >,
): ClockPolicy => limit({ id, nameZh, nameEn, subject: 'outage', ended: OVER, ...rest });

/** L24–L29: data and outages of which customers are to be told (art. 17–19, 24, 26). */
export const NOTICE_LIMITS = [
  limit({
    id: 'L24',
    nameZh: '电费通知',
    nameEn: 'bill notices',
    stage: 'bill-notices',
    subject: 'notice-data',
    where: {},
    owner: 'centre',
    start: on('bill-data-received'),
    met: on('noticed'),
    ended: on('withdrawn'),
    span: workingDays(1),
  }),
  limit({
    id: 'L25',
    nameZh: '欠费通知',
    nameEn: 'arrears notices',
    stage: 'arrears-notices',
    subject: 'notice-data',
    where: {},
    owner: 'centre',
    start: on('arrears-data-received'),
    met: on('noticed'),
    ended: on('withdrawn'),
    span: workingDays(1),
  }),
  limit({
    id: 'L26',
    nameZh: '检修文件抄送',
    nameEn: 'approved maintenance sent to the centre',
    subject: 'outage',
    stage: 'maintenance-copy',
    where: { kind: ['planned', 'temporary'] },
    owner: 'production',
    start: on('approved'),
    met: on('registered'),
    ended: on('cancelled'),
    span: workingDays(1),
  }),
  ofOutage('L27', '计划停电公告', 'announcement of a planned outage', {
    stage: 'announcement',
    where: { kind: ['planned'] },
    owner: 'production',
    start: on('registered'),
    met: on('announced'),
    target: { unit: 'given', field: 'startsAt', daysBefore: 7 },
  }),
  ofOutage('L28', '突发停电信息告知', 'news of a sudden outage', {
    stage: 'announcement',
    where: { kind: ['temporary', 'fault', 'load-limit'] },
    owner: 'dispatching',
    start: on('registered'),
    met: on('announced'),
    target: atOnce,
  }),
  ofOutage('L29', '停电通知外呼计划', 'call plan of an outage', {
    stage: 'outage-call-plan',
    where: {},
    owner: 'centre',
    start: on('registered'),
    met: on('call-plan-made'),
    target: atOnce,
  }),
];
