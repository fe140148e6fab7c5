import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, Passwords, UnitOfWork } from '@switchyard/platform';
import { OpenSessions } from '../../sign-in/open-sessions';
import { Sessions } from '../../sign-in/sessions.port';
import type { Role } from '../../access/permissions';
import { Users, type User, type UserChange } from '../users.port';

export interface ChangeUserCommand {
  readonly id: string;
  readonly displayName?: string;
  readonly roles?: readonly Role[];
  readonly active?: boolean;
  readonly password?: string;
}

/**
 * Changes a sign-in account. New roles, a new password and switching off end its sessions, so that nobody
 * goes on with what was taken away. One active admin always remains.
 * @throws DomainError `user.not-found`, `user.last-admin`
 */
@Injectable()
export class ChangeUserUseCase {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly openSessions: OpenSessions,
    private readonly passwords: Passwords,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ id, password, ...command }: ChangeUserCommand): Promise<User> {
    const change: UserChange = {
      ...command,
      ...(password !== undefined && { passwordHash: await this.passwords.hash(password) }),
    };
    const endsSessions = [change.roles, change.active, change.passwordHash].some(
      (part) => part !== undefined,
    );
    const user = await this.work.inTransaction(async () => {
      if (change.active === false || (change.roles && !change.roles.includes('admin'))) {
        await this.keepOneAdmin(id);
      }
      const now = this.clock.now();
      const changed = await this.users.change(id, change, now);
      if (!changed) throw new DomainError('user.not-found', `There is no sign-in account ${id}.`, { id });
      if (endsSessions) await this.sessions.closeOfUser(id, 'user-changed', now);
      return changed;
    });
    if (endsSessions) this.openSessions.forgetAll();
    return user;
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
