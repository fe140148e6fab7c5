import { Inject, Injectable } from '@nestjs/common';
import { CALL_FLOW_ERRORS, type FlowVersionReference, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { DialledNumbers } from '../dialled-numbers/dialled-numbers.port';
import { findVersion } from '../versions/find-version';
import type { FlowVersion } from '../versions/flow-version';
import { FlowVersions } from '../versions/flow-versions.port';
import { putInForce } from '../versions/put-in-force';

/** New calls begin with this version; calls in progress finish on theirs (T1.2). */
@Injectable()
export class PublishFlowVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: FlowVersions,
    private readonly dialledNumbers: DialledNumbers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(reference: FlowVersionReference, context: RequestContext): Promise<FlowVersion> {
    return this.unitOfWork.inTransaction(async () => {
      await this.versions.lock();
      const version = await findVersion(this.versions, reference);
      if (version.state === 'published') {
        throw new DomainError(
          CALL_FLOW_ERRORS.alreadyPublished,
          `Version ${version.number} of ${version.name} is in force already.`,
        );
      }
      const { versions, dialledNumbers, clock } = this;
      return putInForce({ versions, dialledNumbers, clock }, version, 'publish', context);
    });
  }
}
