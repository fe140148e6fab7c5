import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, Passwords } from '@switchyard/platform';
import { GatewayConfig } from '../../gateway.config';
import { normalisedName } from '../../users/user-name';
import { Users } from '../../users/users.port';
import { type FailureKey, SignInFailures } from '../failures.port';
import { IssueTokens, type IssuedTokens } from '../issue-tokens';
import { PER_NAME, PER_NAME_AND_ADDRESS } from '../lock-out';
import { hashOfToken, newRefreshToken } from '../refresh-token';
import { Sessions } from '../sessions.port';

export interface SignInCommand {
  readonly name: string;
  readonly password: string;
  /** Network address of the client. */
  readonly address: string;
}

/**
 * Opens a session for a name and its password. A name that nobody has, one that is switched off and a
 * wrong password answer alike and take the same time.
 * @throws DomainError `sign-in.refused`, `sign-in.locked`, `sign-in.busy`
 */
@Injectable()
export class SignInUseCase {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly failures: SignInFailures,
    private readonly passwords: Passwords,
    private readonly issue: IssueTokens,
    private readonly config: GatewayConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: SignInCommand): Promise<IssuedTokens & { readonly userId: string }> {
    const now = this.clock.now();
    const name = normalisedName(command.name);
    const keys = failureKeys(name, command.address);
    const attempt = await this.failures.count(keys, now);
    if (!attempt.allowed) throw locked(attempt.retryAfterSeconds);

    const user = await this.users.findByName(name);
    const matched = await this.passwords.matches(
      user?.active === true ? user.passwordHash : undefined,
      command.password,
    );
    if (!user || !matched) {
      throw new DomainError('sign-in.refused', 'Name or password is wrong, or the account is switched off.');
    }
    await this.failures.clear(keys);

    const expiresAt = new Date(now.getTime() + this.config.sessionHours * 3_600_000);
    const session = { id: randomUUID(), userId: user.id, openedAt: now, expiresAt };
    const refreshToken = newRefreshToken();
    await this.sessions.open(session, hashOfToken(refreshToken));
    return { ...(await this.issue.for(user, session, refreshToken)), userId: user.id };
  }
}

function failureKeys(name: string, address: string): FailureKey[] {
  return [
    { key: `${name}@${address}`, policy: PER_NAME_AND_ADDRESS },
    { key: name, policy: PER_NAME },
  ];
}

function locked(retryAfterSeconds: number): DomainError {
  return new DomainError(
    'sign-in.locked',
    `Too many wrong passwords; try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    { retryAfterSeconds },
  );
}
