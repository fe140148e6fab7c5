import {
  APPLICATION_FIELDS,
  CALL_BACK_FIELDS,
  COMPLAINT_FIELDS,
  CONSULTATION_FIELDS,
  FAULT_FIELDS,
  HARD_QUESTION_FIELDS,
  MISCONDUCT_FIELDS,
  QUERY_FIELDS,
  SUGGESTION_FIELDS,
} from './field-schemas';
import type { NeededFact, TransitionDefinition, WorkOrderKindDefinition } from './kind-definition';
import {
  BY_DECISION,
  CLOSED_BY_AN_ANSWER,
  COMMON,
  IN_FIELD,
  IN_THE_PROGRAMME,
  stages,
  TO_SUPPLY,
} from './standard-stages';
import type { StandardStage, WorkOrderKind } from './vocabulary';

const SIMPLE = ['received', 'assigned', 'accepted', 'answered', 'told', 'closed', 'merged'] as const;
const DECIDED = [...SIMPLE.slice(0, 4), 'decided', ...SIMPLE.slice(4)] as const;
const FIELD = [...SIMPLE.slice(0, 3), 'dispatched', 'on-site', 'restored', ...SIMPLE.slice(3)] as const;

function define(
  kind: WorkOrderKind,
  [chinese, english]: readonly [string, string],
  names: readonly StandardStage[],
  more: readonly TransitionDefinition[],
  fields: Readonly<Record<string, unknown>>,
  needs: readonly NeededFact[] = [],
): WorkOrderKindDefinition {
  const known = (from: readonly string[]) => from.filter((stage) => names.some((name) => name === stage));
  const transitions = [...COMMON, ...more]
    .map((transition) => ({ ...transition, from: known(transition.from) }))
    .filter(({ from }) => from.length > 0);
  return {
    kind,
    names: { 'zh-CN': chinese, en: english },
    stages: stages(...names),
    initial: 'received',
    transitions,
    fields,
    needs,
  };
}

/** The kinds as the documents tell them (rules.md §2): version 1 of each, until somebody sets another. */
export const STANDARD_KINDS: Readonly<Record<WorkOrderKind, WorkOrderKindDefinition>> = {
  'call-back-request': define(
    'call-back-request',
    ['回电请求', 'Request to be called back'],
    SIMPLE,
    CLOSED_BY_AN_ANSWER,
    CALL_BACK_FIELDS,
    ['phone'],
  ),
  fault: define('fault', ['故障报修', 'Fault report'], FIELD, IN_FIELD, FAULT_FIELDS, ['phone']),
  query: define('query', ['查询', 'Query'], SIMPLE, CLOSED_BY_AN_ANSWER, QUERY_FIELDS),
  consultation: define(
    'consultation',
    ['咨询', 'Consultation'],
    SIMPLE,
    CLOSED_BY_AN_ANSWER,
    CONSULTATION_FIELDS,
  ),
  complaint: define(
    'complaint',
    ['投诉', 'Complaint'],
    DECIDED,
    [...BY_DECISION, ...IN_THE_PROGRAMME],
    COMPLAINT_FIELDS,
  ),
  'misconduct-report': define(
    'misconduct-report',
    ['举报', 'Report of misconduct'],
    DECIDED,
    BY_DECISION,
    MISCONDUCT_FIELDS,
  ),
  application: define(
    'application',
    ['用电申请', 'Application'],
    SIMPLE,
    [...CLOSED_BY_AN_ANSWER, ...TO_SUPPLY],
    APPLICATION_FIELDS,
    ['phone', 'applicationKind'],
  ),
  suggestion: define('suggestion', ['建议', 'Suggestion'], SIMPLE, CLOSED_BY_AN_ANSWER, SUGGESTION_FIELDS),
  'hard-question': define(
    'hard-question',
    ['疑难问题', 'Hard question'],
    SIMPLE,
    CLOSED_BY_AN_ANSWER,
    HARD_QUESTION_FIELDS,
  ),
};
