export const PRESENCES = ['ready', 'busy', 'away', 'off'] as const;
export type Presence = (typeof PRESENCES)[number];

export interface Candidate {
  readonly person: string;
  readonly presence: Presence;
  readonly skills: readonly string[];
  /** Work orders in hand that are not finished. */
  readonly openItems: number;
}

export interface Suggestion extends Candidate {
  readonly hasSkill: boolean;
}

const READINESS: Readonly<Record<Presence, number>> = { ready: 0, busy: 1, away: 2, off: 3 };

/**
 * Who should see to a work order, the best first: with the skill before without, who is there before who is not, then
 * whoever has least in hand; of equals in the order of their names. Who is off duty is not suggested.
 */
export function suggestOwner(candidates: readonly Candidate[], skill?: string): readonly Suggestion[] {
  return candidates
    .filter(({ presence }) => presence !== 'off')
    .map((candidate) => ({
      ...candidate,
      hasSkill: skill === undefined || candidate.skills.includes(skill),
    }))
    .sort(
      (a, b) =>
        Number(b.hasSkill) - Number(a.hasSkill) ||
        READINESS[a.presence] - READINESS[b.presence] ||
        a.openItems - b.openItems ||
        (a.person < b.person ? -1 : 1),
    );
}
