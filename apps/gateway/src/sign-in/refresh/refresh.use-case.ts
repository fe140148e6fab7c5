import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, Logger } from '@switchyard/platform';
import { Users } from '../../users/users.port';
import { IssueTokens, type IssuedTokens } from '../issue-tokens';
import { OpenSessions } from '../open-sessions';
import { hashOfToken, newRefreshToken } from '../refresh-token';
import { Sessions } from '../sessions.port';

/**
 * Swaps a refresh token for the next pair. One that was swapped before is in two hands: its session is
 * closed, and whoever holds the newer token signs in again too.
 * @throws DomainError `sign-in.refresh-invalid`, `sign-in.refresh-reused`
 */
@Injectable()
export class RefreshUseCase {
  private readonly logger: Logger;

  constructor(
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly issue: IssueTokens,
    private readonly openSessions: OpenSessions,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('Refresh');
  }

  async execute(refreshToken: string): Promise<IssuedTokens & { readonly userId: string }> {
    const next = newRefreshToken();
    const rotation = await this.sessions.rotate(
      hashOfToken(refreshToken),
      hashOfToken(next),
      this.clock.now(),
    );
    switch (rotation.result) {
      case 'unknown':
        throw invalidToken();
      case 'reused':
        this.openSessions.forget(rotation.session.id);
        this.logger.warn('a refresh token was used twice; its session is closed', {
          session: rotation.session.id,
          user: rotation.session.userId,
        });
        throw new DomainError(
          'sign-in.refresh-reused',
          'This refresh token was used before; the session is closed, sign in again.',
        );
      case 'rotated': {
        const user = await this.users.findById(rotation.session.userId);
        if (!user?.active) throw invalidToken();
        return { ...(await this.issue.for(user, rotation.session, next)), userId: user.id };
      }
    }
  }
}

const invalidToken = (): DomainError =>
  new DomainError('sign-in.refresh-invalid', 'The refresh token is not valid any more; sign in again.');
