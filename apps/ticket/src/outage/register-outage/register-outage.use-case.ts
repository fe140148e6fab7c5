import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { OUTAGE_ERRORS, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Areas } from '../../area/areas.port';
import { ChangeOutage } from '../change-outage';
import { assertInOrder } from '../outage-errors';
import { Outages, type Outage, type OutageFacts } from '../outages.port';

export interface RegisterOutageCommand extends OutageFacts {
  readonly reference?: string;
}

/**
 * Registers an outage, once per reference: a repeated reference answers with the one that is there.
 * @throws DomainError `outage.area-unknown`, `outage.ends-before-start`, `outage.reference-reused`
 */
@Injectable()
export class RegisterOutage {
  constructor(
    private readonly outages: Outages,
    private readonly areas: Areas,
    private readonly change: ChangeOutage,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: RegisterOutageCommand, context: RequestContext): Promise<Outage> {
    assertInOrder('expectedRestorationAt', command.startsAt, command.expectedRestorationAt);
    const area = await this.areas.find(command.areaCode);
    if (!area) {
      throw new DomainError(
        OUTAGE_ERRORS.areaUnknown,
        `There is no area ${command.areaCode}; register it first.`,
        { field: 'areaCode', areaCode: command.areaCode },
      );
    }
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const outage: Outage = { ...command, id: randomUUID(), registeredAt: now, updatedAt: now };
      if (!(await this.outages.add(outage))) return this.known(command);
      await this.change.tell(outage, 'registered', context);
      return outage;
    });
  }

  private async known({ reference = '', kind, areaCode }: RegisterOutageCommand): Promise<Outage> {
    const known = await this.outages.findByReference(reference);
    if (!known) throw new Error(`outage ${reference} is neither new nor known`);
    if (known.kind === kind && known.areaCode === areaCode) return known;
    throw new DomainError(
      OUTAGE_ERRORS.referenceReused,
      `Reference ${reference} is a ${known.kind} outage of area ${known.areaCode}; send a reference of its own.`,
      { field: 'reference', outageId: known.id },
    );
  }
}
