import type { HandoverContentView, HandoverNote } from '@switchyard/contracts';
import type { HandoverParties, HandoverState } from '@switchyard/domain';

export interface Handover extends HandoverParties {
  readonly id: string;
  readonly shift: string;
  /** Id of the sign-in account of who leaves: work orders know it by that. */
  readonly outgoingId: string;
  /** As submitted; a draft has none yet. */
  readonly content?: HandoverContentView;
  readonly notes: readonly HandoverNote[];
  readonly briefing?: string;
  readonly moved?: number;
  readonly createdAt: Date;
  readonly submittedAt?: Date;
  readonly acceptedAt?: Date;
}

export type HandoverChangeName = 'begun' | 'noted' | 'submitted' | 'sent-back' | 'accepted' | 'cancelled';

export interface HandoverEvent {
  readonly at: Date;
  readonly actor: string;
  readonly change: HandoverChangeName;
  readonly reason?: string;
}

export interface HandoverFilter {
  readonly state?: HandoverState;
  readonly outgoing?: string;
  readonly relief?: string;
  readonly from?: Date;
  readonly to?: Date;
}

export interface HandoversPage {
  readonly items: readonly Handover[];
  readonly nextCursor?: string;
}

export abstract class Handovers {
  /** False while another of the same leader is under way; nothing is stored then. */
  abstract add(handover: Handover): Promise<boolean>;
  abstract find(id: string): Promise<Handover | undefined>;
  /** The handover, which nobody else can change until the transaction ends. */
  abstract lock(id: string): Promise<Handover | undefined>;
  /** The one of a leader that is a draft or submitted. */
  abstract underWay(outgoing: string): Promise<Handover | undefined>;
  abstract save(handover: Handover): Promise<void>;
  /** Keeps who did what; nothing of it is ever changed. */
  abstract remember(id: string, event: HandoverEvent): Promise<void>;
  abstract history(id: string): Promise<readonly HandoverEvent[]>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: HandoverFilter, limit: number, cursor?: string): Promise<HandoversPage>;
}
