import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** Dated numbers of the handover between shifts (§7) [ours]. */
export interface HandoverPolicy {
  /** A work order that another department has is to be urged when its time ends within so many hours, 0 to 720. */
  readonly urgeWithinHours: number;
  /** Outages that start within so many hours are told, 0 to 720. */
  readonly outagesWithinHours: number;
  /** Work orders listed in each section, 10 to 2000; the rest are counted. */
  readonly mostItems: number;
  /**
   * Whether an agent with cases in hand may sign out: `refuse`, or `tell` what is in hand and let go. §8 asks it of the
   * evening shift only, which nobody here knows of: `tell` unless set.
   */
  readonly casesInHand: 'refuse' | 'tell';
}

export const STANDARD_HANDOVER_POLICY: HandoverPolicy = {
  urgeWithinHours: 24,
  outagesWithinHours: 168,
  mostItems: 500,
  casesInHand: 'tell',
};

/** A policy out of JSON, with every problem named by its path. */
export function parseHandoverPolicy(document: unknown): Result<HandoverPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: HandoverPolicy = {
    urgeWithinHours: reader.integer('urgeWithinHours', 0, 720),
    outagesWithinHours: reader.integer('outagesWithinHours', 0, 720),
    mostItems: reader.integer('mostItems', 10, 2000),
    casesInHand: reader.oneOf('casesInHand', ['tell', 'refuse']),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
