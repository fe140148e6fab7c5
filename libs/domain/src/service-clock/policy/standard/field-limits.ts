import { AT_ONCE, limit, minutes, on } from './parts';

const OVER = on('merged', 'closed', 'closed-with-parent', 'restored', 'customer-owned');

const arrival = (id: string, nameZh: string, nameEn: string, areaClass: string, limitMinutes: number) =>
  limit({
    id,
    nameZh: `到达现场（${nameZh}）`,
    nameEn: `crew arrival, ${nameEn}`,
    stage: 'arrival',
    where: { kind: ['fault'], areaClass: [areaClass] },
    owner: 'department',
    start: on('assigned', 'forwarded', 'dispatched'),
    met: on('arrived'),
    ended: OVER,
    span: minutes(limitMinutes),
  });

/** L01–L06: day and night, from the order's receipt by the department that sends the crew (art. 12, 25). */
export const FIELD_LIMITS = [
  arrival('L01', '城区', 'urban', 'urban', 45),
  arrival('L02', '郊区', 'suburb', 'suburb', 90),
  arrival('L03', '边远', 'remote', 'remote', 120),
  // "Reasonable" (合理): four hours [ours]; a policy with an area's code among its conditions goes first.
  arrival('L04', '特殊边远', 'special remote', 'special-remote', 240),
  limit({
    id: 'L05',
    nameZh: '现场情况反馈',
    nameEn: 'report from the site',
    stage: 'site-report',
    where: { kind: ['fault'] },
    owner: 'department',
    start: on('arrived'),
    met: on('site-reported'),
    ended: OVER,
    span: minutes(30),
  }),
  limit({
    id: 'L06',
    nameZh: '抢修派工',
    nameEn: 'dispatch of a crew',
    stage: 'dispatch',
    where: { kind: ['fault'] },
    owner: 'department',
    start: on('assigned', 'forwarded'),
    met: on('dispatched', 'arrived'),
    ended: OVER,
    span: AT_ONCE,
  }),
];
