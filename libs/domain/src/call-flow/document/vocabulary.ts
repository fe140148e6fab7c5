import { LIST_FLAGS, VALUE_TIERS } from '../../shared';
import { SPOKEN_LANGUAGES } from '../../speech';

/** What a look-up node can ask for (T1.5). Which of them are private is told in `look-ups.ts`. */
export const FLOW_LOOK_UPS = [
  'bill',
  'arrears',
  'payments',
  'outages',
  'case-progress',
  'customer-data',
] as const;
export type FlowLookUp = (typeof FLOW_LOOK_UPS)[number];

/** Work orders that a caller's keys can open (rules.md §2). */
export const FLOW_WORK_ORDERS = [
  'call-back-request',
  'fault',
  'query',
  'consultation',
  'complaint',
  'misconduct-report',
  'application',
  'suggestion',
] as const;
export type FlowWorkOrder = (typeof FLOW_WORK_ORDERS)[number];

/** The 14 kinds of application (art. 16): 新装, 增容, 减容, 暂停, 暂换, 迁址, 移表, 暂拆, 更名/过户, 分户, 并户, 销户, 改压, 改类. */
export const APPLICATION_KINDS = [
  'new-supply',
  'capacity-increase',
  'capacity-decrease',
  'suspension',
  'temporary-exchange',
  'relocation',
  'meter-relocation',
  'temporary-removal',
  'transfer',
  'account-split',
  'account-merge',
  'account-closure',
  'voltage-change',
  'category-change',
] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** Queues that the PBX knows (T4.1). */
export const FLOW_QUEUES = ['general', 'billing', 'fault', 'complaint', 'english', 'vip'] as const;
export type FlowQueue = (typeof FLOW_QUEUES)[number];

/** Why a caller came back from the queue; `served`: an agent talked to them and hung up first. */
export const QUEUE_LEAVINGS = ['served', 'timeout', 'full', 'empty', 'call-back', 'unavailable'] as const;
export type QueueLeaving = (typeof QUEUE_LEAVINGS)[number];

/** What a branch can decide on, and the words that it may find there; `time-of-day` has ranges instead. */
export const BRANCH_SUBJECTS = {
  'value-tier': VALUE_TIERS,
  'list-flag': LIST_FLAGS,
  important: ['yes', 'no'],
  language: SPOKEN_LANGUAGES,
  identified: ['yes', 'no'],
  anonymous: ['yes', 'no'],
  'caller-number': ['known', 'withheld'],
  'bound-accounts': ['none', 'one', 'several'],
  'working-day': ['yes', 'no'],
  'time-of-day': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type BranchSubject = keyof typeof BRANCH_SUBJECTS;
