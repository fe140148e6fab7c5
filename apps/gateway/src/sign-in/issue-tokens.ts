import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import { GatewayConfig } from '../gateway.config';
import type { User } from '../users/users.port';
import { AccessTokens } from './access-tokens';
import type { Session } from './sessions.port';

export interface IssuedTokens {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken: string;
  readonly sessionExpiresAt: Date;
}

/** Makes the pair that a client gets at sign-in and at each refresh. */
@Injectable()
export class IssueTokens {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly config: GatewayConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async for(user: User, session: Session, refreshToken: string): Promise<IssuedTokens> {
    const now = this.clock.now().getTime();
    // An access token does not outlive its session.
    const until = Math.min(now + this.config.accessTokenMinutes * 60_000, session.expiresAt.getTime());
    const accessToken = await this.accessTokens.sign({
      userId: user.id,
      name: user.name,
      roles: user.roles,
      scope: user.scope,
      sessionId: session.id,
      expiresAt: new Date(until),
    });
    const expiresInSeconds = Math.floor((until - now) / 1000);
    return { accessToken, expiresInSeconds, refreshToken, sessionExpiresAt: session.expiresAt };
  }
}
