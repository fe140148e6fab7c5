import { Injectable } from '@nestjs/common';
import { ListHrPolicyVersions, type RequestContext } from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';

export interface ReviewPolicy {
  readonly everyMonths: number;
  readonly dueDays: number;
}

/** How often accounts are reviewed: hr's dated policy `account-review`, as it holds at an instant. */
@Injectable()
export class ReviewPolicies {
  constructor(private readonly operations: OperationClient) {}

  /** @throws DomainError `service.unavailable` while hr does not answer */
  async inForce(at: Date, context: RequestContext): Promise<ReviewPolicy> {
    const { items } = await this.operations.call(ListHrPolicyVersions, { name: 'account-review' }, context);
    const held = items.find(({ validFrom }) => new Date(validFrom) <= at);
    // hr has checked what it keeps; what holds before every version is its last.
    return held?.document as unknown as ReviewPolicy;
  }
}

/** The same day of the month so many months later, or the month's last. */
export function monthsLater(from: Date, months: number): Date {
  const later = new Date(from);
  later.setUTCMonth(from.getUTCMonth() + months);
  if (later.getUTCDate() !== from.getUTCDate()) later.setUTCDate(0);
  return later;
}
