import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { OUTAGE_ERRORS, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { ChangeOutage } from '../change-outage';
import { JudgeOutage } from '../judge-outage';
import { assertInOrder, assertNotLongOver } from '../outage-errors';
import { Outages, type Outage, type OutageFacts } from '../outages.port';

export interface RegisterOutageCommand extends OutageFacts {
  readonly reference?: string;
  /** All areas concerned; `areaCode` need not be among them. */
  readonly areaCodes?: readonly string[];
}

/**
 * Registers an outage, once per reference: a repeated reference answers with the one that is there.
 * @throws DomainError `outage.area-unknown`, `outage.ends-before-start`, `outage.reference-reused`,
 * `outage.maintenance-unknown`, `request.invalid` for one of months ago
 */
@Injectable()
export class RegisterOutage {
  constructor(
    private readonly outages: Outages,
    private readonly judge: JudgeOutage,
    private readonly change: ChangeOutage,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: RegisterOutageCommand, context: RequestContext): Promise<Outage> {
    assertInOrder('expectedRestorationAt', command.startsAt, command.expectedRestorationAt);
    const areaCodes = [...new Set([command.areaCode, ...(command.areaCodes ?? [])])];
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      assertNotLongOver(command, now);
      const facts = { ...command, areaCodes, registeredAt: now, updatedAt: now };
      const outage = await this.judge.execute({ ...facts, id: randomUUID() }, now);
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
