import { Inject, Injectable } from '@nestjs/common';
import { OVERTIME_ERRORS, type RequestContext } from '@switchyard/contracts';
import { afterOvertimeAct, type OvertimeAct, overtimeCap, overtimeMinutes } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Members } from '../common/members';
import { type Overtime, type OvertimeChange, Overtimes } from './overtimes.port';

/** What becomes of a request: consent, decision, what was worked. One act at a time. */
@Injectable()
export class ActOnOvertime {
  constructor(
    private readonly overtimes: Overtimes,
    private readonly members: Members,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By whom it concerns. @throws DomainError `overtime.not-found`, `overtime.not-allowed-in-state` */
  async answer(id: string, consent: boolean, context: RequestContext): Promise<Overtime> {
    const { staffNumber } = await this.members.acting(context);
    return this.change(id, consent ? 'consent' : 'refuse', (overtime) => {
      // Somebody else's request is not found: nobody learns of it by trying ids.
      if (overtime.staffNumber !== staffNumber) throw overtimeNotFound(id);
      return Promise.resolve({ consentedAt: this.clock.now() });
    });
  }

  /** @throws DomainError `overtime.not-found`, `overtime.not-allowed-in-state`, `overtime.own-request`, `overtime.over-cap` */
  async decide(id: string, approve: boolean, reason: string, context: RequestContext): Promise<Overtime> {
    const decidedBy = await this.members.nameOf(context);
    return this.change(id, approve ? 'approve' : 'decline', async (overtime) => {
      if (decidedBy === overtime.staffNumber || decidedBy === overtime.proposedBy) throw ownRequest();
      if (approve) await this.assertWithinCaps(overtime);
      return { decidedAt: this.clock.now(), decidedBy, decisionReason: reason };
    });
  }

  /** @throws DomainError `overtime.not-found`, `overtime.not-allowed-in-state`, `overtime.own-request` */
  async record(id: string, workedMinutes: number, context: RequestContext): Promise<Overtime> {
    const recordedBy = await this.members.nameOf(context);
    return this.change(id, 'record', (overtime) => {
      if (recordedBy === overtime.staffNumber) throw ownRequest();
      return Promise.resolve({ workedMinutes, recordedAt: this.clock.now(), recordedBy });
    });
  }

  /** @throws DomainError `overtime.not-found`, `overtime.not-allowed-in-state` */
  withdraw(id: string): Promise<Overtime> {
    return this.change(id, 'withdraw', () => Promise.resolve({}));
  }

  private change(
    id: string,
    act: OvertimeAct,
    changes: (overtime: Overtime) => Promise<Omit<OvertimeChange, 'state'>>,
  ): Promise<Overtime> {
    return this.work.inTransaction(async () => {
      const overtime = await this.overtimes.lock(id);
      if (!overtime) throw overtimeNotFound(id);
      const written = await changes(overtime);
      const state = afterOvertimeAct(overtime.state, act);
      if (!state) throw notInState(overtime, act);
      await this.overtimes.change(id, { ...written, state });
      return { ...overtime, ...written, state };
    });
  }

  private async assertWithinCaps(overtime: Overtime): Promise<void> {
    const { staffNumber, workDate, id } = overtime;
    await this.overtimes.lockPerson(staffNumber);
    const already = await this.overtimes.minutesOf(staffNumber, workDate, id);
    const { overtime: caps } = await this.policies.inForce('workplace', this.clock.now());
    const broken = overtimeCap(overtimeMinutes(overtime), already, caps);
    if (!broken) return;
    const { cap, most, would } = broken;
    throw new DomainError(
      OVERTIME_ERRORS.overCap,
      `${staffNumber} would have ${would} minutes of overtime in this ${cap}; ${most} are allowed.`,
      { field: 'approve', cap, most, would },
    );
  }
}

const overtimeNotFound = (id: string): DomainError =>
  new DomainError(OVERTIME_ERRORS.notFound, `There is no overtime request ${id}.`, { overtimeId: id });

const ownRequest = (): DomainError =>
  new DomainError(
    OVERTIME_ERRORS.ownRequest,
    'Who proposed overtime, or works it, does not decide about it; somebody else has to.',
  );

const notInState = ({ id, state }: Overtime, act: OvertimeAct): DomainError =>
  new DomainError(OVERTIME_ERRORS.notInState, `Overtime that is ${state} has no "${act}".`, {
    overtimeId: id,
    state,
    act,
  });
