import { Inject, Injectable } from '@nestjs/common';
import { CALL_FLOW_ERRORS, type FlowReference, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { DialledNumbers } from '../dialled-numbers/dialled-numbers.port';
import { type FlowVersion, versionBefore } from '../versions/flow-version';
import { FlowVersions } from '../versions/flow-versions.port';
import { putInForce } from '../versions/put-in-force';

/** Puts the version in force again that was in force before the present one (T1.2). */
@Injectable()
export class RollBackCallFlow {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: FlowVersions,
    private readonly dialledNumbers: DialledNumbers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ name }: FlowReference, context: RequestContext): Promise<FlowVersion> {
    return this.unitOfWork.inTransaction(async () => {
      const { versions, dialledNumbers, clock } = this;
      await versions.lock();
      return putInForce({ versions, dialledNumbers, clock }, await this.before(name), 'roll-back', context);
    });
  }

  private async before(name: string): Promise<FlowVersion> {
    const publications = await this.versions.publications(name);
    if (publications.length === 0) {
      throw new DomainError(
        CALL_FLOW_ERRORS.flowNotFound,
        `No version of the call flow ${name} is published.`,
      );
    }
    const id = versionBefore(publications);
    const version = id === undefined ? undefined : await this.versions.findById(id);
    if (version) return version;
    throw new DomainError(
      CALL_FLOW_ERRORS.nothingToRollBackTo,
      `No version of ${name} was in force before the present one; publish the one that you want by its number.`,
    );
  }
}
