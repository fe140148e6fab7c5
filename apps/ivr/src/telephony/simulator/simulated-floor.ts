import type { AgentPhone, MemberSnapshot, NewMember, PhoneState } from '../queue-node.port';
import type { PhoneManner, TellQueueEvent } from './simulated-phone';

interface Member {
  readonly queue: string;
  readonly sipUser: string;
  penalty: number;
  paused: boolean;
  pauseReason: string;
  callsTaken: number;
}

interface Phone {
  readonly manner: PhoneManner;
  state: PhoneState;
  /** Milliseconds since the epoch. */
  freeFrom: number;
  lastCall: number;
}

/** Agents: their accounts, phones and memberships. Tells every change. */
export class SimulatedFloor {
  private members: Member[] = [];
  private readonly accounts = new Set<string>();
  private readonly phones = new Map<string, Phone>();

  constructor(private readonly tell: TellQueueEvent) {}

  put({ queue, sipUser, penalty, paused, reason = '' }: NewMember): void {
    let member = this.find(queue, sipUser);
    if (member === undefined) {
      member = { queue, sipUser, penalty, paused, pauseReason: '', callsTaken: 0 };
      this.members.push(member);
    }
    Object.assign(member, { penalty, paused, pauseReason: paused ? reason : '' });
    this.show(member);
  }

  remove(queue: string, sipUser: string): void {
    const member = this.find(queue, sipUser);
    if (member === undefined) return;
    this.members = this.members.filter((one) => one !== member);
    this.tell({ type: 'member-removed', queue, sipUser });
  }

  pause(sipUser: string, paused: boolean, reason: string): void {
    for (const member of this.memberships(sipUser)) {
      Object.assign(member, { paused, pauseReason: paused ? reason : '' });
      this.show(member);
    }
  }

  find(queue: string, sipUser: string): Member | undefined {
    return this.members.find((one) => one.queue === queue && one.sipUser === sipUser);
  }

  open(sipUser: string): void {
    this.accounts.add(sipUser);
  }

  close(sipUser: string): void {
    this.accounts.delete(sipUser);
    this.unplug(sipUser);
  }

  agentPhones(): readonly AgentPhone[] {
    return [...this.accounts].map((sipUser) => ({ sipUser, registered: this.phones.has(sipUser) }));
  }

  /** @throws Error when there is no such account */
  plugIn(sipUser: string, manner: PhoneManner): void {
    if (!this.accounts.has(sipUser)) throw new Error(`agent ${sipUser} has no account`);
    this.phones.set(sipUser, { manner, state: 'idle', freeFrom: 0, lastCall: 0 });
    this.tell({ type: 'phone-registered', sipUser });
    this.memberships(sipUser).forEach((member) => this.show(member));
  }

  unplug(sipUser: string): void {
    if (!this.phones.delete(sipUser)) return;
    this.tell({ type: 'phone-unregistered', sipUser });
    this.memberships(sipUser).forEach((member) => this.show(member));
  }

  mannerOf(sipUser: string): PhoneManner | undefined {
    return this.phones.get(sipUser)?.manner;
  }

  isIdle(sipUser: string): boolean {
    return this.phones.get(sipUser)?.state === 'idle';
  }

  /** `idle` may come with the time from which a queue may ring it again. */
  setPhone(sipUser: string, state: PhoneState, freeFrom?: number): void {
    const phone = this.phones.get(sipUser);
    if (phone === undefined) return;
    phone.state = state;
    phone.freeFrom = freeFrom ?? phone.freeFrom;
    this.memberships(sipUser).forEach((member) => this.show(member));
  }

  /** Whom a queue rings next: of the lowest penalty, who was rung longest ago; it counts as rung now. */
  take(queue: string, now: number): string | undefined {
    const lastCall = ({ sipUser }: Member): number => this.phones.get(sipUser)?.lastCall ?? 0;
    const [member] = this.members
      .filter((one) => {
        const phone = this.phones.get(one.sipUser);
        return one.queue === queue && !one.paused && phone?.state === 'idle' && phone.freeFrom <= now;
      })
      .sort((a, b) => a.penalty - b.penalty || lastCall(a) - lastCall(b));
    const phone = this.phones.get(member?.sipUser ?? '');
    if (phone !== undefined) phone.lastCall = now;
    return member?.sipUser;
  }

  /** Whether a phone of the queue can be reached, paused or not. */
  anybody(queue: string): boolean {
    return this.members.some((one) => one.queue === queue && this.phones.has(one.sipUser));
  }

  membersOf(queue: string): readonly MemberSnapshot[] {
    return this.members.filter((one) => one.queue === queue).map((one) => this.shown(one));
  }

  show(member: Member): void {
    this.tell({ type: 'member-state', ...this.shown(member) });
  }

  private memberships(sipUser: string): readonly Member[] {
    return this.members.filter((one) => one.sipUser === sipUser);
  }

  private shown(member: Member): MemberSnapshot {
    return { ...member, phone: this.phones.get(member.sipUser)?.state ?? 'unreachable' };
  }
}
