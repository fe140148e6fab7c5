import type { LocalDate } from '@switchyard/domain';

/** A proposal of the staff that the centre has taken up: worth an award (§11, L399). */
export interface AdoptedProposal {
  readonly proposalId: string;
  readonly staffNumber: string;
  readonly title: string;
  /** Day on which it was adopted. */
  readonly adoptedOn: LocalDate;
}

/** What performance proposes awards from. */
export abstract class AdoptedProposals {
  /** Adopted on one of these days, both included; by day. */
  abstract between(from: LocalDate, to: LocalDate): Promise<readonly AdoptedProposal[]>;
}
