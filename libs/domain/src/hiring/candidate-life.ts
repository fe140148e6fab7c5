import type { RequirementFinding } from './requirements';

export const CHANNELS = ['web', 'campus', 'referral', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `offered` has a contract and an onboarding checklist; the last three are the end. */
export const CANDIDATE_STATES = ['new', 'interviewed', 'offered', 'hired', 'rejected', 'withdrawn'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

export const BACKGROUND_RESULTS = ['clear', 'concern'] as const;
export type BackgroundResult = (typeof BACKGROUND_RESULTS)[number];

/** What is known of a candidate where somebody wants to go on with them. */
export interface CandidateStanding {
  readonly findings: readonly RequirementFinding[];
  /** Of the last interview; absent before the first. */
  readonly interviewPassed?: boolean;
  readonly background?: BackgroundResult;
  readonly contractSignedOn?: string;
}

export type Obstacle =
  | { readonly kind: 'requirement'; readonly requirement: string; readonly verdict: 'missed' | 'unknown' }
  | {
      readonly kind:
        'no-interview' | 'interview-failed' | 'no-background-check' | 'background-concern' | 'no-contract';
    };

/** What stands against an offer, all of it; somebody may waive it with a reason, for it is people who decide. */
export function obstaclesToOffer({ findings, interviewPassed, background }: CandidateStanding): Obstacle[] {
  return [
    ...findings.flatMap(({ requirement, verdict }): Obstacle[] =>
      verdict === 'met' ? [] : [{ kind: 'requirement', requirement, verdict }],
    ),
    ...(interviewPassed === true
      ? []
      : [{ kind: interviewPassed === undefined ? 'no-interview' : 'interview-failed' } as const]),
    ...(background === 'clear'
      ? []
      : [{ kind: background === undefined ? 'no-background-check' : 'background-concern' } as const]),
  ];
}

/** Nobody is hired without a contract; that cannot be waived. */
export function obstaclesToHire({
  contractSignedOn,
}: Pick<CandidateStanding, 'contractSignedOn'>): Obstacle[] {
  return contractSignedOn === undefined ? [{ kind: 'no-contract' }] : [];
}

export const hasEnded = (state: CandidateState): boolean =>
  state === 'hired' || state === 'rejected' || state === 'withdrawn';
