import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, Passwords, UnitOfWork } from '@switchyard/platform';
import { OpenSessions } from '../../sign-in/open-sessions';
import { Sessions } from '../../sign-in/sessions.port';
import type { Role } from '../../access/roles';
import { FollowStaff } from '../follow-staff/follow-staff';
import { StaffStandings } from '../follow-staff/staff-standings.port';
import { Users, type User, type UserChange } from '../users.port';

export interface ChangeUserCommand {
  readonly id: string;
  readonly displayName?: string;
  readonly roles?: readonly Role[];
  readonly scope?: readonly string[];
  readonly active?: boolean;
  readonly password?: string;
}

/**
 * Changes a sign-in account. New roles, another scope, a new password and switching off end its sessions, so that
 * nobody goes on with what was taken away. One active admin always remains. An account of staff is on only while its
 * owner may act.
 * @throws DomainError `user.not-found`, `user.last-admin`, `user.staff-may-not-act`
 */
@Injectable()
export class ChangeUserUseCase {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly openSessions: OpenSessions,
    private readonly standings: StaffStandings,
    private readonly follow: FollowStaff,
    private readonly passwords: Passwords,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ id, password, ...command }: ChangeUserCommand): Promise<User> {
    const change: UserChange = {
      ...command,
      ...(command.active !== undefined && { switchedOffBy: command.active ? null : 'hand' }),
      ...(password !== undefined && { passwordHash: await this.passwords.hash(password) }),
    };
    const endsSessions = [change.roles, change.scope, change.active, change.passwordHash].some(
      (part) => part !== undefined,
    );
    const user = await this.work.inTransaction(async () => {
      if (change.active === true) await this.assertMayAct(id);
      if (change.active === false || (change.roles && !change.roles.includes('admin'))) {
        await this.keepOneAdmin(id);
      }
      const now = this.clock.now();
      const changed = await this.users.change(id, change, now);
      if (!changed) throw new DomainError('user.not-found', `There is no sign-in account ${id}.`, { id });
      if (endsSessions) await this.sessions.closeOfUser(id, 'user-changed', now);
      return changed;
    });
    if (endsSessions) this.work.afterCommit(() => this.openSessions.forgetAll());
    // Where there is another admin now, one who has left need not stay.
    if (change.roles?.includes('admin') || change.active === true) await this.follow.retryPending();
    return user;
  }

  private async assertMayAct(id: string): Promise<void> {
    const standing = await this.standings.ofAccount(id);
    if (!standing || standing.mayAct) return;
    throw new DomainError(
      'user.staff-may-not-act',
      `This account belongs to ${standing.staffNumber}, who is ${standing.status}: change that in the register of staff.`,
      { field: 'active', staffNumber: standing.staffNumber, status: standing.status },
    );
  }

  private async keepOneAdmin(id: string): Promise<void> {
    const admins = await this.users.lockActiveAdmins();
    if (admins.length > 1 || !admins.includes(id)) return;
    throw new DomainError(
      'user.last-admin',
      'This is the last active admin; make another account admin first.',
      { id },
    );
  }
}
