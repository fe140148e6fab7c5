import type { TicketPolicyName } from '@switchyard/contracts';
import {
  type DocumentProblem,
  followUpPolicyDocument,
  parseCalendarWarningPolicy,
  parseComplaintProgramme,
  parseCorrectnessPolicy,
  parseCustomerValuePolicy,
  parseFollowUpPolicy,
  parseHandoverPolicy,
  parseIdentityReadingPolicy,
  parseOutagePolicy,
  parsePapersPolicy,
  parsePenaltyPolicy,
  parseRoutingPolicy,
  parseServiceHours,
  parseTelephoneAccessPolicy,
  type Result,
  STANDARD_CALENDAR_WARNING_POLICY,
  STANDARD_COMPLAINT_PROGRAMME,
  STANDARD_CORRECTNESS_POLICY,
  STANDARD_CUSTOMER_VALUE_POLICY,
  STANDARD_FOLLOW_UP_POLICY,
  STANDARD_HANDOVER_POLICY,
  STANDARD_IDENTITY_READING_POLICY,
  STANDARD_OUTAGE_POLICY,
  STANDARD_PAPERS_POLICY,
  STANDARD_PENALTY_POLICY,
  STANDARD_ROUTING_POLICY,
  STANDARD_SERVICE_HOURS,
  STANDARD_SERVICE_HOURS_DOCUMENT,
  STANDARD_TELEPHONE_ACCESS_POLICY,
} from '@switchyard/domain';

export interface PolicyDefinition<Policy extends object> {
  /** Out of JSON, with every problem named by its path. */
  readonly parse: (document: unknown) => Result<Policy, readonly DocumentProblem[]>;
  /** What holds while nobody has set a version. */
  readonly standard: Policy;
  /** The same as it is written in JSON. */
  readonly standardDocument: object;
}

function define<Policy extends object>(
  parse: (document: unknown) => Result<Policy, readonly DocumentProblem[]>,
  standard: Policy,
  standardDocument: object = standard,
): PolicyDefinition<Policy> {
  return { parse, standard, standardDocument };
}

/** Every policy that an operator may set: the one place to add another. */
export const POLICY_DEFINITIONS = {
  'application-papers': define(parsePapersPolicy, STANDARD_PAPERS_POLICY),
  'calendar-warning': define(parseCalendarWarningPolicy, STANDARD_CALENDAR_WARNING_POLICY),
  'complaint-programme': define(parseComplaintProgramme, STANDARD_COMPLAINT_PROGRAMME),
  correctness: define(parseCorrectnessPolicy, STANDARD_CORRECTNESS_POLICY),
  'customer-value': define(parseCustomerValuePolicy, STANDARD_CUSTOMER_VALUE_POLICY),
  'follow-up': define(
    parseFollowUpPolicy,
    STANDARD_FOLLOW_UP_POLICY,
    followUpPolicyDocument(STANDARD_FOLLOW_UP_POLICY),
  ),
  handover: define(parseHandoverPolicy, STANDARD_HANDOVER_POLICY),
  'identity-reading': define(parseIdentityReadingPolicy, STANDARD_IDENTITY_READING_POLICY),
  outage: define(parseOutagePolicy, STANDARD_OUTAGE_POLICY),
  penalty: define(parsePenaltyPolicy, STANDARD_PENALTY_POLICY),
  'service-hours': define(
    (document) => parseServiceHours(document, STANDARD_SERVICE_HOURS.from),
    STANDARD_SERVICE_HOURS,
    STANDARD_SERVICE_HOURS_DOCUMENT,
  ),
  'telephone-access': define(parseTelephoneAccessPolicy, STANDARD_TELEPHONE_ACCESS_POLICY),
  'work-order-routing': define(parseRoutingPolicy, STANDARD_ROUTING_POLICY),
} as const satisfies Readonly<Record<TicketPolicyName, unknown>>;

export type PolicyOf<Name extends TicketPolicyName> = (typeof POLICY_DEFINITIONS)[Name]['standard'];

/** The definition as one of any, for what treats all alike. */
export function definitionOf(name: TicketPolicyName): PolicyDefinition<object> {
  return POLICY_DEFINITIONS[name];
}
