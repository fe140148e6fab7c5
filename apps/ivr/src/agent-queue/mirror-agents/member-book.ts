import type { MemberSnapshot, QueueSnapshot } from '../../telephony/queue-node.port';

export type KnownMember = Pick<MemberSnapshot, 'queue' | 'sipUser' | 'penalty' | 'paused' | 'pauseReason'>;

/** The members of one PBX node's queues as it last told, and as our own orders have made them since. */
export class MemberBook {
  private readonly members = new Map<string, KnownMember>();
  private isKnown = false;

  /** False until the PBX has told all of them. */
  get known(): boolean {
    return this.isKnown;
  }

  replace(queues: readonly QueueSnapshot[]): void {
    this.members.clear();
    for (const { members } of queues) for (const member of members) this.put(member);
    this.isKnown = true;
  }

  forget(): void {
    this.members.clear();
    this.isKnown = false;
  }

  put({ queue, sipUser, penalty, paused, pauseReason }: KnownMember): void {
    this.members.set(key(queue, sipUser), { queue, sipUser, penalty, paused, pauseReason });
  }

  remove(queue: string, sipUser: string): void {
    this.members.delete(key(queue, sipUser));
  }

  all(): readonly KnownMember[] {
    return [...this.members.values()];
  }
}

const key = (queue: string, sipUser: string): string => `${queue} ${sipUser}`;
