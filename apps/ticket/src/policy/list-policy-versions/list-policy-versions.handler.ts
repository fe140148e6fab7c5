import { Controller } from '@nestjs/common';
import {
  ListTicketPolicyVersions,
  type TicketPolicyName,
  TicketPolicyRequest,
  type TicketPolicyVersions,
} from '@switchyard/contracts';
import {
  followUpPolicyDocument,
  STANDARD_CALENDAR_WARNING_POLICY,
  STANDARD_SERVICE_HOURS_DOCUMENT,
  STANDARD_CORRECTNESS_POLICY,
  STANDARD_FOLLOW_UP_POLICY,
  STANDARD_OUTAGE_POLICY,
  STANDARD_IDENTITY_READING_POLICY,
  STANDARD_COMPLAINT_PROGRAMME,
  STANDARD_PAPERS_POLICY,
  STANDARD_ROUTING_POLICY,
  STANDARD_PENALTY_POLICY,
  STANDARD_TELEPHONE_ACCESS_POLICY,
  STANDARD_HANDOVER_POLICY,
  STANDARD_CUSTOMER_VALUE_POLICY,
} from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { PolicyDocuments, type PolicyVersion } from '../policy-documents.port';
import { toPolicyView } from '../policy-view';

const STANDARD: Readonly<Record<TicketPolicyName, object>> = {
  'work-order-routing': STANDARD_ROUTING_POLICY,
  'application-papers': STANDARD_PAPERS_POLICY,
  'complaint-programme': STANDARD_COMPLAINT_PROGRAMME,
  'service-hours': STANDARD_SERVICE_HOURS_DOCUMENT,
  'calendar-warning': STANDARD_CALENDAR_WARNING_POLICY,
  'identity-reading': STANDARD_IDENTITY_READING_POLICY,
  correctness: STANDARD_CORRECTNESS_POLICY,
  handover: STANDARD_HANDOVER_POLICY,
  'customer-value': STANDARD_CUSTOMER_VALUE_POLICY,
  penalty: STANDARD_PENALTY_POLICY,
  'telephone-access': STANDARD_TELEPHONE_ACCESS_POLICY,
  'follow-up': followUpPolicyDocument(STANDARD_FOLLOW_UP_POLICY),
  outage: STANDARD_OUTAGE_POLICY,
};

@Controller()
export class ListPolicyVersionsHandler {
  constructor(private readonly documents: PolicyDocuments) {}

  @Handles(ListTicketPolicyVersions)
  async handle({ name }: TicketPolicyRequest): Promise<TicketPolicyVersions> {
    const versions = await this.documents.versions(name);
    return { items: [...versions, standard(name)].map(toPolicyView) };
  }
}

/** What holds before the first version that somebody set. */
function standard(name: TicketPolicyName): PolicyVersion {
  return { name, validFrom: new Date(0), document: { ...STANDARD[name] }, setBy: 'system:ticket' };
}
