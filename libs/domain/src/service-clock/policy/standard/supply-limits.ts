import type { ClockPolicy, ClockSpan, Conditions, EventPattern } from '../clock-policy';
import { calendarDays, limit, milestone, months, on, workingDays } from './parts';

const SUPPLY_KINDS = ['new-supply', 'capacity-increase'];
const LOW = 'low';
const SINGLE = 'high-single';
const DUAL = 'high-dual';

const stage = (
  id: string,
  nameZh: string,
  nameEn: string,
  stageName: string,
  where: Conditions,
  span: ClockSpan,
  [start, met]: readonly [EventPattern[], EventPattern[]],
): ClockPolicy =>
  limit({
    id,
    nameZh,
    nameEn,
    stage: stageName,
    owner: 'business',
    span,
    start,
    met,
    where: { kind: ['application'], ...where },
    ended: on('merged', 'closed', 'closed-with-parent'),
  });

const PLAN = [on('opened', 'reopened'), milestone('supply-plan-told')] as const;
const DESIGN = [milestone('design-submitted'), milestone('design-reviewed')] as const;
const CONNECTED = milestone('connected');
const OF_SUPPLY: Conditions = { applicationKind: SUPPLY_KINDS };

/** L21–L23: the business department's stages of an application for supply (art. 29). */
export const SUPPLY_LIMITS = [
  stage(
    'L21-low-voltage',
    '供电方案（低压）',
    'supply plan, low voltage',
    'supply-plan',
    { ...OF_SUPPLY, voltage: [LOW] },
    calendarDays(10),
    PLAN,
  ),
  stage(
    'L21-high-voltage-single',
    '供电方案（高压单电源）',
    'supply plan, high voltage',
    'supply-plan',
    { ...OF_SUPPLY, voltage: [SINGLE] },
    months(1),
    PLAN,
  ),
  stage(
    'L21-high-voltage-dual',
    '供电方案（高压双电源）',
    'supply plan, two sources',
    'supply-plan',
    { ...OF_SUPPLY, voltage: [DUAL] },
    months(2),
    PLAN,
  ),
  stage(
    'L22-high-voltage',
    '设计审核（高压）',
    'design review, high voltage',
    'design-review',
    { voltage: [SINGLE, DUAL] },
    months(1),
    DESIGN,
  ),
  stage(
    'L22-low-voltage',
    '设计审核（低压）',
    'design review, low voltage',
    'design-review',
    { voltage: [LOW] },
    calendarDays(10),
    DESIGN,
  ),
  stage(
    'L23-residential',
    '装表接电（居民）',
    'power on, residential',
    'power-on',
    { ...OF_SUPPLY, customerKind: ['resident'] },
    workingDays(5),
    [PLAN[0], CONNECTED],
  ),
  stage(
    'L23-other',
    '装表接电（其他）',
    'power on, others',
    'power-on',
    { ...OF_SUPPLY, customerKind: ['organisation', 'sole-trader'] },
    workingDays(5),
    [milestone('ready-to-connect'), CONNECTED],
  ),
];
