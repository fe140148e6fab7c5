import type { LiveCall } from '../telephony.port';
import type { CallBook } from './call-book';
import { isCanary } from './canary';

/** Lists of living calls, which take time: what ends meanwhile is left out, and what nobody knew of is settled. */
export class LiveListing {
  private readonly open = new Set<Set<string>>();
  /** Orders that the PBX may or may not have taken. */
  private readonly uncertain = new Set<string>();

  constructor(private readonly book: Pick<CallBook, 'forget'>) {}

  /** Nobody knows whether the PBX took this order; the next list tells. */
  doubt(callId: string): void {
    this.uncertain.add(callId);
  }

  ended(callId: string): void {
    for (const endedMeanwhile of this.open) endedMeanwhile.add(callId);
  }

  async read(list: () => Promise<readonly LiveCall[]>): Promise<readonly LiveCall[]> {
    const endedMeanwhile = new Set<string>();
    this.open.add(endedMeanwhile);
    const uncertain = [...this.uncertain];
    try {
      const live = await list();
      this.resolve(uncertain, live);
      return live.filter(({ callId }) => !isCanary(callId) && !endedMeanwhile.has(callId));
    } finally {
      this.open.delete(endedMeanwhile);
    }
  }

  /** What was not taken by now is forgotten; should it come late after all, its events tell of it. */
  private resolve(uncertain: readonly string[], live: readonly LiveCall[]): void {
    const ids = new Set(live.map(({ callId }) => callId));
    for (const callId of uncertain) {
      this.uncertain.delete(callId);
      if (!ids.has(callId)) this.book.forget(callId);
    }
  }
}
