import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, Passwords, UnitOfWork } from '@switchyard/platform';
import { OpenSessions } from '../sign-in/open-sessions';
import { Sessions } from '../sign-in/sessions.port';
import { Users } from '../users/users.port';

export interface ChangeOwnPasswordCommand {
  readonly userId: string;
  /** The session that asks goes on; all others of the account end. */
  readonly sessionId: string;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** @throws DomainError `user.wrong-password`, `user.not-found` */
@Injectable()
export class ChangeOwnPasswordUseCase {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly openSessions: OpenSessions,
    private readonly passwords: Passwords,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({
    userId,
    sessionId,
    currentPassword,
    newPassword,
  }: ChangeOwnPasswordCommand): Promise<void> {
    const user = await this.users.findById(userId);
    if (!user) throw new DomainError('user.not-found', 'The sign-in account is gone.', { id: userId });
    if (!(await this.passwords.matches(user.passwordHash, currentPassword))) {
      throw new DomainError('user.wrong-password', 'The current password is wrong; nothing was changed.', {
        field: 'currentPassword',
      });
    }
    const passwordHash = await this.passwords.hash(newPassword);
    const now = this.clock.now();
    await this.work.inTransaction(async () => {
      await this.users.change(userId, { passwordHash }, now);
      await this.sessions.closeOfUser(userId, 'user-changed', now, sessionId);
    });
    this.openSessions.forgetAll();
  }
}
