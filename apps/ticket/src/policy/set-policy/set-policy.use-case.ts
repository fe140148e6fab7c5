import { Inject, Injectable } from '@nestjs/common';
import type { TicketPolicyName } from '@switchyard/contracts';
import {
  type DocumentProblem,
  parseCalendarWarningPolicy,
  parseServiceHours,
  STANDARD_SERVICE_HOURS,
  parseIdentityReadingPolicy,
  parseFollowUpPolicy,
  parseOutagePolicy,
  parseCorrectnessPolicy,
  parseComplaintProgramme,
  parsePapersPolicy,
  parsePenaltyPolicy,
  parseRoutingPolicy,
  parseTelephoneAccessPolicy,
  type Result,
  parseHandoverPolicy,
  parseCustomerValuePolicy,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { PolicyDocuments, type PolicyVersion } from '../policy-documents.port';

/** "From now on" takes a moment to arrive. */
const GRACE_MS = 60_000;

type Parse = (document: unknown) => Result<object, readonly DocumentProblem[]>;
const PARSE: Readonly<Record<TicketPolicyName, Parse>> = {
  'work-order-routing': parseRoutingPolicy,
  'application-papers': parsePapersPolicy,
  'complaint-programme': parseComplaintProgramme,
  'service-hours': (document) => parseServiceHours(document, STANDARD_SERVICE_HOURS.from),
  'calendar-warning': parseCalendarWarningPolicy,
  'identity-reading': parseIdentityReadingPolicy,
  correctness: parseCorrectnessPolicy,
  handover: parseHandoverPolicy,
  'customer-value': parseCustomerValuePolicy,
  penalty: parsePenaltyPolicy,
  'telephone-access': parseTelephoneAccessPolicy,
  'follow-up': parseFollowUpPolicy,
  outage: parseOutagePolicy,
};

/**
 * Adds a version of a policy. What held until now is not rewritten, so that what was told can be explained.
 * @throws DomainError `policy.invalid`, `policy.in-past`, `policy.already-set`
 */
@Injectable()
export class SetPolicy {
  constructor(
    private readonly documents: PolicyDocuments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(version: PolicyVersion): Promise<PolicyVersion> {
    const parsed = PARSE[version.name](version.document);
    if (!parsed.ok) throw invalid(version.name, parsed.error);
    const now = this.clock.now();
    if (version.validFrom.getTime() < now.getTime() - GRACE_MS) {
      throw new DomainError('policy.in-past', 'validFrom lies in the past; give now or a later time.', {
        field: 'validFrom',
        now: now.toISOString(),
      });
    }
    if (await this.documents.add(version, now)) return version;
    throw new DomainError(
      'policy.already-set',
      `A version of ${version.name} from this very time is there; give another time.`,
      { field: 'validFrom' },
    );
  }
}

function invalid(name: string, problems: readonly DocumentProblem[]): DomainError {
  const summary = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return new DomainError('policy.invalid', `This is no ${name} policy: ${summary}.`, {
    fields: problems.map(({ path, problem }) => ({ field: `document.${path}`, problems: [problem] })),
  });
}
