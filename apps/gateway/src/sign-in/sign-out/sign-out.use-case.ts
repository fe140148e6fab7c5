import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import { OpenSessions } from '../open-sessions';
import { Sessions } from '../sessions.port';

/** Closes the session: its access and refresh tokens are worth nothing from now on. */
@Injectable()
export class SignOutUseCase {
  constructor(
    private readonly sessions: Sessions,
    private readonly openSessions: OpenSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(sessionId: string): Promise<void> {
    await this.sessions.close(sessionId, 'signed-out', this.clock.now());
    this.openSessions.forget(sessionId);
  }
}
