import { Injectable } from '@nestjs/common';
import {
  type CorrectnessPolicy,
  type DocumentProblem,
  type IdentityReadingPolicy,
  parseIdentityReadingPolicy,
  STANDARD_IDENTITY_READING_POLICY,
  type FollowUpPolicy,
  type OutagePolicy,
  parseOutagePolicy,
  STANDARD_OUTAGE_POLICY,
  parseFollowUpPolicy,
  parseCorrectnessPolicy,
  type ComplaintProgramme,
  type PapersPolicy,
  type RoutingPolicy,
  parseComplaintProgramme,
  parsePapersPolicy,
  parsePenaltyPolicy,
  parseRoutingPolicy,
  STANDARD_COMPLAINT_PROGRAMME,
  STANDARD_PAPERS_POLICY,
  STANDARD_ROUTING_POLICY,
  parseTelephoneAccessPolicy,
  type PenaltyPolicy,
  type Result,
  STANDARD_FOLLOW_UP_POLICY,
  STANDARD_CORRECTNESS_POLICY,
  STANDARD_PENALTY_POLICY,
  STANDARD_TELEPHONE_ACCESS_POLICY,
  type TelephoneAccessPolicy,
  type HandoverPolicy,
  parseHandoverPolicy,
  STANDARD_HANDOVER_POLICY,
  type CustomerValuePolicy,
  parseCustomerValuePolicy,
  STANDARD_CUSTOMER_VALUE_POLICY,
} from '@switchyard/domain';
import { PolicyDocuments } from './policy-documents.port';

/** The policies in force; what nobody has set is as the standard says. */
@Injectable()
export class Policies {
  constructor(private readonly documents: PolicyDocuments) {}

  async penalty(at: Date): Promise<PenaltyPolicy> {
    const version = await this.documents.inForce('penalty', at);
    return version ? valid(parsePenaltyPolicy(version.document)) : STANDARD_PENALTY_POLICY;
  }

  async routing(at: Date): Promise<RoutingPolicy> {
    const version = await this.documents.inForce('work-order-routing', at);
    return version ? valid(parseRoutingPolicy(version.document)) : STANDARD_ROUTING_POLICY;
  }

  async papers(at: Date): Promise<PapersPolicy> {
    const version = await this.documents.inForce('application-papers', at);
    return version ? valid(parsePapersPolicy(version.document)) : STANDARD_PAPERS_POLICY;
  }

  async complaints(at: Date): Promise<ComplaintProgramme> {
    const version = await this.documents.inForce('complaint-programme', at);
    return version ? valid(parseComplaintProgramme(version.document)) : STANDARD_COMPLAINT_PROGRAMME;
  }

  async telephoneAccess(at: Date): Promise<TelephoneAccessPolicy> {
    const version = await this.documents.inForce('telephone-access', at);
    return version ? valid(parseTelephoneAccessPolicy(version.document)) : STANDARD_TELEPHONE_ACCESS_POLICY;
  }

  async outage(at: Date): Promise<OutagePolicy> {
    const version = await this.documents.inForce('outage', at);
    return version ? valid(parseOutagePolicy(version.document)) : STANDARD_OUTAGE_POLICY;
  }

  async followUp(at: Date): Promise<FollowUpPolicy> {
    const version = await this.documents.inForce('follow-up', at);
    return version ? valid(parseFollowUpPolicy(version.document)) : STANDARD_FOLLOW_UP_POLICY;
  }

  async identityReading(at: Date): Promise<IdentityReadingPolicy> {
    const version = await this.documents.inForce('identity-reading', at);
    return version ? valid(parseIdentityReadingPolicy(version.document)) : STANDARD_IDENTITY_READING_POLICY;
  }

  async correctness(at: Date): Promise<CorrectnessPolicy> {
    const version = await this.documents.inForce('correctness', at);
    return version ? valid(parseCorrectnessPolicy(version.document)) : STANDARD_CORRECTNESS_POLICY;
  }

  async handover(at: Date): Promise<HandoverPolicy> {
    const version = await this.documents.inForce('handover', at);
    return version ? valid(parseHandoverPolicy(version.document)) : STANDARD_HANDOVER_POLICY;
  }

  async customerValue(at: Date): Promise<CustomerValuePolicy> {
    const version = await this.documents.inForce('customer-value', at);
    return version ? valid(parseCustomerValuePolicy(version.document)) : STANDARD_CUSTOMER_VALUE_POLICY;
  }
}

/** Documents are checked before they are stored. */
function valid<T>(parsed: Result<T, readonly DocumentProblem[]>): T {
  if (parsed.ok) return parsed.value;
  throw new Error(`a stored policy is not valid: ${JSON.stringify(parsed.error)}`);
}
