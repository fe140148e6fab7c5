import { Inject, Injectable } from '@nestjs/common';
import type { StaffStatusChangedPayload } from '@switchyard/contracts';
import { CLOCK, type Clock, Logger, UnitOfWork } from '@switchyard/platform';
import { OpenSessions } from '../../sign-in/open-sessions';
import { Sessions } from '../../sign-in/sessions.port';
import { type User, type UserChange, Users } from '../users.port';
import { accountChange, accountLeft, endsAdmin, endsSessions, hasUnknownRole } from './account-change';
import { type PendingReason, type StaffStanding, StaffStandings } from './staff-standings.port';

/**
 * Lets sign-in accounts follow what hr tells of their owners: roles by the post, scope by the department, on while the
 * owner may act; open sessions end at once. What is older than what is known changes nothing. The last active admin
 * stays, and is reported until there is another.
 */
@Injectable()
export class FollowStaff {
  private readonly log: Logger;

  constructor(
    private readonly users: Users,
    private readonly standings: StaffStandings,
    private readonly sessions: Sessions,
    private readonly openSessions: OpenSessions,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.log = logger.named('FollowStaff');
  }

  /** Answers whether it was news. */
  follow({ unlinkedAccountId, ...told }: StaffStatusChangedPayload): Promise<boolean> {
    return this.work.inTransaction(async () => {
      const known = await this.standings.lock(told.staffNumber);
      if (known && known.version >= told.version) return false;
      const { effectiveOn: _day, ...standing } = told;
      const left = unlinkedAccountId ?? known?.leftAccountId;
      const now = {
        ...standing,
        toldAt: this.clock.now(),
        ...(left !== undefined && { leftAccountId: left }),
      };
      await this.settle(now, known);
      return true;
    });
  }

  /** Tries again what could not be followed; answers how many are left. One that fails does not stop the others. */
  async retryPending(): Promise<number> {
    let left = 0;
    for (const { staffNumber } of await this.standings.pending()) {
      try {
        const pending = await this.work.inTransaction(async () => {
          const standing = await this.standings.lock(staffNumber);
          if (standing?.pending === undefined || isStillUnknown(standing)) return standing?.pending;
          // As if it were told for the first time: what was not followed has to be.
          return this.settle(standing, undefined);
        });
        if (pending !== undefined) left += 1;
      } catch (error) {
        left += 1;
        this.log.error('an account could not follow its owner', { staffNumber, err: error });
      }
    }
    return left;
  }

  private async settle(
    { leftAccountId, ...standing }: StaffStanding,
    before: StaffStanding | undefined,
  ): Promise<PendingReason | undefined> {
    const left = leftAccountId === undefined ? undefined : await this.leave(standing, leftAccountId);
    const kept =
      standing.accountId === undefined ? undefined : await this.take(standing, standing.accountId, before);
    const pending = left ?? kept;
    await this.standings.put({
      ...standing,
      pending,
      ...(left !== undefined && { leftAccountId }),
    });
    if (pending !== undefined && pending !== standing.pending) {
      const { staffNumber, status, accountId } = standing;
      this.log.error('an account does not follow its owner', { staffNumber, status, accountId, pending });
    }
    return pending;
  }

  private async leave(
    { staffNumber, accountId }: StaffStanding,
    id: string,
  ): Promise<PendingReason | undefined> {
    const user = await this.lock(id);
    if (user?.staffNumber !== staffNumber || id === accountId) return undefined;
    return this.change(user, accountLeft(user));
  }

  private async take(
    standing: StaffStanding,
    id: string,
    before: StaffStanding | undefined,
  ): Promise<PendingReason | undefined> {
    const user = await this.lock(id);
    if (!user) return 'no-account';
    const { staffNumber } = user;
    if (staffNumber !== null && staffNumber !== standing.staffNumber && standing.status === 'left') {
      // It has passed to somebody else, who is told of on their own.
      return undefined;
    }
    const failed = await this.change(user, accountChange(user, standing, before));
    return failed ?? (hasUnknownRole(standing.roles) ? 'unknown-role' : undefined);
  }

  private async change(user: User, change: UserChange): Promise<PendingReason | undefined> {
    if (Object.keys(change).length === 0) return undefined;
    if (endsAdmin(user, change) && (await this.isLastAdmin(user.id))) {
      // Whose it is is written all the same: it stays on for want of another admin only.
      const { staffNumber } = change;
      if (staffNumber) await this.users.change(user.id, { staffNumber }, this.clock.now());
      return 'last-admin';
    }
    const now = this.clock.now();
    await this.users.change(user.id, change, now);
    if (endsSessions(change)) {
      await this.sessions.closeOfUser(user.id, 'user-changed', now);
      this.work.afterCommit(() => this.openSessions.forgetAll());
    }
    return undefined;
  }

  /** Admins are locked before an admin, in the order of everybody who changes one. */
  private async lock(id: string): Promise<User | undefined> {
    const seen = await this.users.findById(id);
    if (seen?.roles.includes('admin')) await this.users.lockActiveAdmins();
    return this.users.lock(id);
  }

  private async isLastAdmin(id: string): Promise<boolean> {
    const admins = await this.users.lockActiveAdmins();
    return admins.length === 1 && admins[0] === id;
  }
}

/** A role that this version does not have: to be read by somebody, not tried every minute. */
const isStillUnknown = ({ pending, roles }: StaffStanding): boolean =>
  pending === 'unknown-role' && hasUnknownRole(roles);
