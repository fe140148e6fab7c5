import { Injectable } from '@nestjs/common';
import { type VerificationStatus, WORK_ORDER_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { Verifications } from './verifications.port';

/** Whether a verification of a work order is where an act on it needs it to be. */
@Injectable()
export class AssertVerification {
  constructor(private readonly verifications: Verifications) {}

  /** @throws DomainError `verification.not-found`, `verification.not-allowed-in-state` */
  async assert(
    number: string,
    verification: string,
    ...allowed: readonly VerificationStatus[]
  ): Promise<void> {
    const found = await this.verifications.find(verification);
    if (found?.number !== number)
      throw new DomainError(
        WORK_ORDER_ERRORS.verificationUnknown,
        `${number} has no verification ${verification}; GET /verifications?number=${number} lists them.`,
        { field: 'verification', number, verification },
      );
    if (!allowed.includes(found.status))
      throw new DomainError(
        WORK_ORDER_ERRORS.verificationState,
        `This verification is ${found.status}; the act needs it ${allowed.join(' or ')}.`,
        { field: 'verification', status: found.status, allowed },
      );
  }
}
