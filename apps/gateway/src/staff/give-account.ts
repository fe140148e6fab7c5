import { Injectable } from '@nestjs/common';
import {
  COMMON_ERRORS,
  GetStaff,
  LinkStaffAccount,
  type RequestContext,
  STAFF_ERRORS,
  UnlinkStaffAccount,
} from '@switchyard/contracts';
import { DomainError, OperationClient } from '@switchyard/platform';
import { CreateUserUseCase } from '../users/create-user/create-user.use-case';
import { FollowStaff } from '../users/follow-staff/follow-staff';
import { type UserView, toUserView } from '../users/user.dto';
import { type User, Users } from '../users/users.port';
import type { StaffAccountBody } from './staff-account.dto';

/**
 * Links a member of staff to a sign-in account. What hr answers is followed before the caller is answered; the event
 * that comes after it is not news then.
 */
@Injectable()
export class GiveAccount {
  constructor(
    private readonly operations: OperationClient,
    private readonly users: Users,
    private readonly create: CreateUserUseCase,
    private readonly follow: FollowStaff,
  ) {}

  /**
   * A new account is off, and without roles, until hr has linked it: where that fails it stays so, and can be linked later.
   * @throws DomainError `user.not-found`, `user.already-exists`, `request.invalid`, and those of LinkStaffAccount
   */
  async execute(staffNumber: string, body: StaffAccountBody, context: RequestContext): Promise<UserView> {
    // Before an account is made for nobody.
    const { status, name } = await this.operations.call(GetStaff, { staffNumber }, context);
    if (status === 'left') {
      throw new DomainError(STAFF_ERRORS.left, `${staffNumber} has left and gets no sign-in account.`, {
        staffNumber,
      });
    }
    const { id } = await this.accountOf(body, name);
    const standing = await this.operations.call(
      LinkStaffAccount,
      { staffNumber, accountId: id, ...(body.reason !== undefined && { reason: body.reason }) },
      context,
    );
    await this.follow.follow(standing);
    return toUserView((await this.users.findById(id)) as User);
  }

  async takeAway(staffNumber: string, reason: string | undefined, context: RequestContext): Promise<void> {
    const request = { staffNumber, ...(reason !== undefined && { reason }) };
    await this.follow.follow(await this.operations.call(UnlinkStaffAccount, request, context));
  }

  private async accountOf(
    { accountId, name, password }: StaffAccountBody,
    displayName: string,
  ): Promise<User> {
    if (accountId !== undefined && name === undefined && password === undefined) {
      const user = await this.users.findById(accountId);
      if (user) return user;
      throw new DomainError('user.not-found', `There is no sign-in account ${accountId}.`, { id: accountId });
    }
    if (accountId === undefined && name !== undefined && password !== undefined) {
      return this.create.execute({ name, displayName, password, roles: [], forStaff: true });
    }
    throw new DomainError(
      COMMON_ERRORS.invalid,
      'Give accountId of an account that is there, or name and password of a new one.',
      { fields: [{ field: 'accountId', problems: ['must be given, or name and password instead'] }] },
    );
  }
}
