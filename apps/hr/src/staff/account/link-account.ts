import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type LinkStaffAccountRequest,
  type RequestContext,
  STAFF_ERRORS,
  type StaffStatusChangedPayload,
  type UnlinkStaffAccountRequest,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, codeOf, DomainError, UnitOfWork } from '@switchyard/platform';
import { staffNotFound } from '../staff-errors';
import { type StaffRecord, StaffRegister } from '../staff-register.port';
import { TellStanding } from '../tell-standing';

const UNIQUE_VIOLATION = '23505';

/** Whose sign-in account is whose. An account has one owner at most; of one who has left it may pass to another. */
@Injectable()
export class LinkAccount {
  constructor(
    private readonly register: StaffRegister,
    private readonly tell: TellStanding,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Said again, it tells the account anew. @throws DomainError `staff.not-found`, `staff.left`, `staff.account-taken` */
  async link(request: LinkStaffAccountRequest, context: RequestContext): Promise<StaffStatusChangedPayload> {
    try {
      return await this.linkOnce(request, context);
    } catch (error) {
      // Somebody else was given the account at the same moment.
      if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
      const owner = await this.register.ofAccount(request.accountId);
      throw accountTaken(owner?.staffNumber);
    }
  }

  private linkOnce(
    { staffNumber, accountId, reason }: LinkStaffAccountRequest,
    context: RequestContext,
  ): Promise<StaffStatusChangedPayload> {
    return this.work.inTransaction(async () => {
      await this.freeOfLeaver(accountId, staffNumber, context);
      const record = await this.locked(staffNumber);
      if (record.status === 'left') throw hasLeft(staffNumber);
      const before = record.accountId;
      if (before !== accountId) {
        await this.write({ ...record, accountId }, 'account-linked', context, { accountId }, reason);
      }
      return this.told(staffNumber, context, before === accountId ? undefined : before);
    });
  }

  /** @throws DomainError `staff.not-found`, `staff.no-account` */
  unlink(
    { staffNumber, reason }: UnlinkStaffAccountRequest,
    context: RequestContext,
  ): Promise<StaffStatusChangedPayload> {
    return this.work.inTransaction(async () => {
      const record = await this.locked(staffNumber);
      const { accountId, ...without } = record;
      if (accountId === undefined) {
        throw new DomainError(STAFF_ERRORS.noAccount, `${staffNumber} has no sign-in account.`, {
          staffNumber,
        });
      }
      await this.write(without, 'account-unlinked', context, { accountId }, reason);
      return this.told(staffNumber, context, accountId);
    });
  }

  private async freeOfLeaver(accountId: string, taker: string, context: RequestContext): Promise<void> {
    const found = await this.register.ofAccount(accountId);
    if (!found || found.staffNumber === taker) return;
    const owner = await this.locked(found.staffNumber);
    if (owner.status !== 'left') throw accountTaken(owner.staffNumber);
    const { accountId: _passed, ...without } = owner;
    await this.write(without, 'account-unlinked', context, { accountId, passedTo: taker });
    await this.tell.of([owner.staffNumber], context, accountId);
  }

  private async locked(staffNumber: string): Promise<StaffRecord> {
    const record = await this.register.lock(staffNumber);
    if (!record) throw staffNotFound(staffNumber);
    return record;
  }

  private async write(
    record: StaffRecord,
    kind: 'account-linked' | 'account-unlinked',
    context: RequestContext,
    details: Readonly<Record<string, unknown>>,
    reason?: string,
  ): Promise<void> {
    const now = this.clock.now();
    await this.register.save({ ...record, updatedAt: now });
    await this.register.addEvent({
      id: randomUUID(),
      staffNumber: record.staffNumber,
      kind,
      effectiveOn: localDateAt(now),
      state: 'done',
      details,
      recordedAt: now,
      recordedBy: context.actor.id,
      settledAt: now,
      settledBy: context.actor.id,
      ...(reason !== undefined && { reason }),
    });
  }

  private async told(
    staffNumber: string,
    context: RequestContext,
    unlinked?: string,
  ): Promise<StaffStatusChangedPayload> {
    const [payload] = await this.tell.of([staffNumber], context, unlinked);
    if (!payload) throw staffNotFound(staffNumber);
    return payload;
  }
}

const hasLeft = (staffNumber: string): DomainError =>
  new DomainError(STAFF_ERRORS.left, `${staffNumber} has left and gets no sign-in account.`, { staffNumber });

const accountTaken = (owner: string | undefined): DomainError =>
  new DomainError(
    STAFF_ERRORS.accountTaken,
    `This account belongs to ${owner ?? 'somebody else'}; take it away there first.`,
    { field: 'accountId', staffNumber: owner },
  );
