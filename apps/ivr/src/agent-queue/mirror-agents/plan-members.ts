import { membershipOf, type QueueMembership } from '@switchyard/domain';
import type { Agent } from '../agents/agent';
import type { KnownMember } from './member-book';

/** One order to a PBX. */
export type MemberOrder =
  | {
      readonly kind: 'add';
      readonly queue: string;
      readonly sipUser: string;
      readonly penalty: number;
      readonly paused: boolean;
      readonly reason: string;
    }
  | { readonly kind: 'remove'; readonly queue: string; readonly sipUser: string }
  | { readonly kind: 'pause'; readonly sipUser: string; readonly paused: boolean; readonly reason: string }
  | {
      readonly kind: 'penalty';
      readonly queue: string;
      readonly sipUser: string;
      readonly penalty: number;
    };

/** Paused at every node but the one that has the call: two nodes do not know that they ring the same agent. */
const ELSEWHERE: QueueMembership = { member: true, paused: true, reason: 'in-call' };

/** What to order so that a node's queues are as the agents are; nothing when they are. */
export function planMembers(
  node: string,
  agents: readonly Agent[],
  members: readonly KnownMember[],
): MemberOrder[] {
  const byAgent = new Map<string, KnownMember[]>();
  for (const member of members) byAgent.set(member.sipUser, [...(byAgent.get(member.sipUser) ?? []), member]);
  const ours = new Set(agents.map(({ sipUser }) => sipUser));
  const strangers = members.filter(({ sipUser }) => !ours.has(sipUser));
  return [
    ...agents.flatMap((agent) =>
      planAgent(agent, membershipAt(node, agent), byAgent.get(agent.sipUser) ?? []),
    ),
    ...strangers.map(({ queue, sipUser }) => ({ kind: 'remove' as const, queue, sipUser })),
  ];
}

export function membershipAt(node: string, { presence }: Agent): QueueMembership {
  const membership = membershipOf(presence.state);
  const elsewhere = presence.node !== null && presence.node !== node;
  return membership.member && !membership.paused && elsewhere ? ELSEWHERE : membership;
}

function planAgent(
  { sipUser, skills }: Agent,
  membership: QueueMembership,
  members: readonly KnownMember[],
): MemberOrder[] {
  const wanted = membership.member ? skills : [];
  const { paused, reason } = membership;
  const had = new Map(members.map((member) => [member.queue, member]));
  const stays = members.filter(({ queue }) => wanted.some((skill) => skill.queue === queue));
  const pausedWrongly = stays.some(
    (member) => member.paused !== paused || (paused && member.pauseReason !== reason),
  );
  return [
    // Pausing comes first: it is what a call that is about to ring depends on.
    ...(pausedWrongly ? [{ kind: 'pause' as const, sipUser, paused, reason }] : []),
    ...members
      .filter((member) => !stays.includes(member))
      .map(({ queue }) => ({ kind: 'remove' as const, queue, sipUser })),
    ...wanted.flatMap(({ queue, penalty }): MemberOrder[] => {
      const member = had.get(queue);
      if (!member) return [{ kind: 'add', queue, sipUser, penalty, paused, reason }];
      return member.penalty === penalty ? [] : [{ kind: 'penalty', queue, sipUser, penalty }];
    }),
  ];
}
