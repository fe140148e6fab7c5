import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Sessions } from './sessions.port';

/** How long another process of the gateway may go on believing in a session that was closed here. */
const BELIEVED_MS = 5_000;
const REMEMBERED = 10_000;

/** Whether a session is open, asked of the store at most every five seconds for each session. */
@Injectable()
export class OpenSessions {
  private readonly openUntil = new Map<string, number>();

  constructor(
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async isOpen(sessionId: string): Promise<boolean> {
    const now = this.clock.now();
    if ((this.openUntil.get(sessionId) ?? 0) > now.getTime()) return true;
    const open = await this.sessions.isOpen(sessionId, now);
    if (!open) this.openUntil.delete(sessionId);
    else {
      if (this.openUntil.size >= REMEMBERED) this.openUntil.clear();
      this.openUntil.set(sessionId, now.getTime() + BELIEVED_MS);
    }
    return open;
  }

  forget(sessionId: string): void {
    this.openUntil.delete(sessionId);
  }

  forgetAll(): void {
    this.openUntil.clear();
  }
}
