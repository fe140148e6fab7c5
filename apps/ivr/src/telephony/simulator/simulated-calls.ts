import { CallElsewhere, CallGone, type LiveCall } from '../telephony.port';
import type { SimulatedCall } from './simulated-call';
import type { SimulatedCaller } from './simulated-caller';

/** The calls that live on a simulated PBX, and whose of them are callers'. */
export class SimulatedCalls {
  private readonly calls = new Map<string, SimulatedCall>();
  private readonly callers = new Map<string, SimulatedCaller>();

  get size(): number {
    return this.calls.size;
  }

  get all(): readonly SimulatedCall[] {
    return [...this.calls.values()];
  }

  add(call: SimulatedCall): void {
    this.calls.set(call.id, call);
  }

  addCaller(caller: SimulatedCaller): void {
    this.callers.set(caller.call.id, caller);
  }

  remove(callId: string): void {
    this.calls.delete(callId);
    this.callers.delete(callId);
  }

  call(callId: string): SimulatedCall | undefined {
    return this.calls.get(callId);
  }

  caller(callId: string): SimulatedCaller | undefined {
    return this.callers.get(callId);
  }

  /** @throws CallGone, CallElsewhere */
  inHand(callId: string): SimulatedCall {
    const call = this.calls.get(callId);
    if (call === undefined) throw new CallGone(callId);
    if (call.away) throw new CallElsewhere(callId);
    return call;
  }

  /** @throws CallGone, CallElsewhere */
  callerInHand(callId: string): SimulatedCaller {
    this.inHand(callId);
    const caller = this.callers.get(callId);
    if (caller === undefined) throw new Error(`${callId} is no incoming call`);
    return caller;
  }

  list(): readonly LiveCall[] {
    return this.all.map(({ id, answered, startedAt, away }) => {
      const caller = this.callers.get(id);
      return {
        callId: id,
        answered,
        startedAt,
        direction: caller === undefined ? 'outbound' : 'inbound',
        from: caller?.from ?? '',
        to: caller?.to ?? '',
        inHand: !away,
      };
    });
  }
}
