import type { ContentCategory, RoutingPolicy } from './routing-policy';
import type { WorkOrderKind } from '../kinds/vocabulary';

const category = (
  code: string,
  chinese: string,
  english: string,
  kind: WorkOrderKind,
  integrity = false,
): ContentCategory => ({ code, names: { 'zh-CN': chinese, en: english }, kinds: [kind], integrity });

/** Complaints go to the business department whatever they are about, matters of integrity to discipline inspection (C3). */
export const STANDARD_ROUTING_POLICY: RoutingPolicy = {
  integrityDepartment: 'discipline-inspection',
  categories: [
    category('meter-reading', '抄表收费', 'Meter reading and charges', 'complaint'),
    category('tariff', '电价', 'Tariff', 'complaint'),
    category('supply-quality', '供电质量', 'Quality of supply', 'complaint'),
    category('outage', '停电', 'Outage', 'complaint'),
    category('staff-attitude', '服务态度', 'Attitude of staff', 'complaint'),
    category('other-complaint', '其他投诉', 'Other complaint', 'complaint'),
    category('helping-theft', '内外勾结窃电', 'Staff helping theft of power', 'misconduct-report', true),
    category('unfair-handling', '办事不公', 'Unfair handling', 'misconduct-report', true),
    category('bribery', '行贿受贿', 'Bribery', 'misconduct-report', true),
    category('extortion', '吃拿卡要', 'Extortion', 'misconduct-report', true),
  ],
  rules: [
    { kind: 'fault', department: 'repair' },
    { kind: 'query', department: 'business' },
    { kind: 'consultation', department: 'business' },
    { kind: 'complaint', department: 'business' },
    { kind: 'misconduct-report', department: 'discipline-inspection' },
    { kind: 'application', department: 'business' },
    { kind: 'suggestion', department: 'business' },
    { kind: 'hard-question', department: 'expert-group' },
    { kind: 'call-back-request', department: 'centre' },
  ],
};
