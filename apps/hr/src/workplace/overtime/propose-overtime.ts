import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { OVERTIME_ERRORS, type ProposeOvertimeRequest, type RequestContext } from '@switchyard/contracts';
import { isOvertimeSpan, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Members } from '../common/members';
import { Reminders } from '../reminders.port';
import { type NewOvertime, type Overtime, Overtimes } from './overtimes.port';

/** A leader proposes overtime, e.g. to clear call-backs (S2 L258); whom it concerns is asked. */
@Injectable()
export class ProposeOvertimeUseCase {
  constructor(
    private readonly overtimes: Overtimes,
    private readonly members: Members,
    private readonly reminders: Reminders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `workplace.unknown-staff`, `overtime.bad-span`, `overtime.overlapping` */
  async execute(request: ProposeOvertimeRequest, context: RequestContext): Promise<Overtime> {
    const { staffNumber, groupCode } = await this.members.known(request.staffNumber);
    const span = { from: new Date(request.from), to: new Date(request.to) };
    if (!isOvertimeSpan(span)) {
      throw new DomainError(OVERTIME_ERRORS.badSpan, 'The end is a minute to a day after the begin.', {
        field: 'to',
      });
    }
    const overtime: NewOvertime = {
      id: randomUUID(),
      staffNumber,
      ...(groupCode !== undefined && { groupCode }),
      workDate: localDateAt(span.from),
      from: span.from,
      to: span.to,
      purpose: request.purpose,
      reason: request.reason,
      proposedAt: this.clock.now(),
      proposedBy: await this.members.nameOf(context),
    };
    await this.work.inTransaction(async () => {
      await this.overtimes.lockPerson(staffNumber);
      if (await this.overtimes.overlaps(staffNumber, span.from, span.to)) throw overlapping(staffNumber);
      await this.overtimes.add(overtime);
      await this.reminders.add([askingFor(overtime)], overtime.proposedAt);
    });
    return { ...overtime, state: 'proposed' };
  }
}

const askingFor = ({ id, staffNumber, workDate }: NewOvertime) => ({
  staffNumber,
  kind: 'overtime-proposed',
  titleZh: `请确认 ${workDate} 的加班`,
  titleEn: `Overtime on ${workDate} is proposed to you`,
  link: '/me/overtime',
  onceKey: `overtime-proposed ${id}`,
});

const overlapping = (staffNumber: string): DomainError =>
  new DomainError(
    OVERTIME_ERRORS.overlapping,
    `${staffNumber} has a request for part of this time; withdraw it first, or choose another time.`,
    { field: 'from' },
  );
