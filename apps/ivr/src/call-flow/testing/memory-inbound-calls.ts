import type { InboundCall } from '../inbound-calls/inbound-call';
import { type CallRating, InboundCalls, type UnseenEnd } from '../inbound-calls/inbound-calls.port';

/** Calls as a database would have them, JSON there and back. */
export class MemoryInboundCalls extends InboundCalls {
  readonly rows = new Map<string, string>();
  readonly ratings: CallRating[] = [];
  readonly notices: string[] = [];
  away = false;

  async save(calls: readonly InboundCall[]): Promise<void> {
    this.reach();
    for (const call of calls) this.rows.set(call.callId, JSON.stringify(call));
  }

  async find(callIds: readonly string[]): Promise<readonly InboundCall[]> {
    this.reach();
    return callIds.flatMap((callId) => this.row(callId) ?? []);
  }

  async openOn(node: string): Promise<readonly InboundCall[]> {
    this.reach();
    return [...this.rows.keys()].flatMap((callId) => {
      const row = this.row(callId);
      return row && row.node === node && row.phase !== 'ended' ? [row] : [];
    });
  }

  async endUnseen(ends: readonly UnseenEnd[]): Promise<void> {
    this.reach();
    for (const { callId, endedAt, reason } of ends) {
      const row = this.row(callId);
      if (!row || row.phase === 'ended') continue;
      await this.save([{ ...row, phase: 'ended', endedAt, endReason: reason, flowState: null }]);
    }
  }

  async toldNotices(callIds: readonly string[]): Promise<readonly string[]> {
    this.reach();
    return callIds.filter((callId) => this.notices.includes(callId));
  }

  async forgetNumber(): Promise<void> {
    this.reach();
  }

  async rate(rating: CallRating): Promise<void> {
    this.reach();
    this.ratings.push(rating);
  }

  async list(): Promise<never[]> {
    return [];
  }

  async story(): Promise<undefined> {
    return undefined;
  }

  row(callId: string): InboundCall | undefined {
    const json = this.rows.get(callId);
    return json === undefined ? undefined : (JSON.parse(json) as InboundCall);
  }

  private reach(): void {
    if (this.away) throw Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' });
  }
}
