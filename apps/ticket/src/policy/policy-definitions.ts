import type { TicketPolicyName } from '@switchyard/contracts';
import {
  followUpPolicyDocument,
  parseCalendarWarningPolicy,
  parseComplaintProgramme,
  parseCorrectnessPolicy,
  parseCustomerValuePolicy,
  parseFollowUpPolicy,
  parseHandoverPolicy,
  parseIdentityReadingPolicy,
  parseNotificationPolicy,
  parseOutagePolicy,
  parsePapersPolicy,
  parsePenaltyPolicy,
  parseRoutingPolicy,
  parseServiceHours,
  parseTelephoneAccessPolicy,
  STANDARD_CALENDAR_WARNING_POLICY,
  STANDARD_COMPLAINT_PROGRAMME,
  STANDARD_CORRECTNESS_POLICY,
  STANDARD_CUSTOMER_VALUE_POLICY,
  STANDARD_FOLLOW_UP_POLICY,
  STANDARD_HANDOVER_POLICY,
  STANDARD_IDENTITY_READING_POLICY,
  STANDARD_NOTIFICATION_POLICY,
  STANDARD_OUTAGE_POLICY,
  STANDARD_PAPERS_POLICY,
  STANDARD_PENALTY_POLICY,
  STANDARD_ROUTING_POLICY,
  STANDARD_SERVICE_HOURS,
  STANDARD_SERVICE_HOURS_DOCUMENT,
  STANDARD_TELEPHONE_ACCESS_POLICY,
} from '@switchyard/domain';
import { definePolicy } from '@switchyard/platform';

/** Every policy that an operator may set: the one place to add another. */
export const POLICY_DEFINITIONS = {
  'application-papers': definePolicy(parsePapersPolicy, STANDARD_PAPERS_POLICY),
  'calendar-warning': definePolicy(parseCalendarWarningPolicy, STANDARD_CALENDAR_WARNING_POLICY),
  'complaint-programme': definePolicy(parseComplaintProgramme, STANDARD_COMPLAINT_PROGRAMME),
  correctness: definePolicy(parseCorrectnessPolicy, STANDARD_CORRECTNESS_POLICY),
  'customer-value': definePolicy(parseCustomerValuePolicy, STANDARD_CUSTOMER_VALUE_POLICY),
  'follow-up': definePolicy(
    parseFollowUpPolicy,
    STANDARD_FOLLOW_UP_POLICY,
    followUpPolicyDocument(STANDARD_FOLLOW_UP_POLICY),
  ),
  handover: definePolicy(parseHandoverPolicy, STANDARD_HANDOVER_POLICY),
  'identity-reading': definePolicy(parseIdentityReadingPolicy, STANDARD_IDENTITY_READING_POLICY),
  notification: definePolicy(parseNotificationPolicy, STANDARD_NOTIFICATION_POLICY),
  outage: definePolicy(parseOutagePolicy, STANDARD_OUTAGE_POLICY),
  penalty: definePolicy(parsePenaltyPolicy, STANDARD_PENALTY_POLICY),
  'service-hours': definePolicy(
    (document) => parseServiceHours(document, STANDARD_SERVICE_HOURS.from),
    STANDARD_SERVICE_HOURS,
    STANDARD_SERVICE_HOURS_DOCUMENT,
  ),
  'telephone-access': definePolicy(parseTelephoneAccessPolicy, STANDARD_TELEPHONE_ACCESS_POLICY),
  'work-order-routing': definePolicy(parseRoutingPolicy, STANDARD_ROUTING_POLICY),
} as const satisfies Readonly<Record<TicketPolicyName, unknown>>;

export type PolicyOf<Name extends TicketPolicyName> = (typeof POLICY_DEFINITIONS)[Name]['standard'];
