/** From the least to the most. */
export const EDUCATIONS = ['secondary', 'college', 'bachelor', 'master'] as const;
export type Education = (typeof EDUCATIONS)[number];

/** 普通话水平等级 from the least to the most: 三级乙等, 三级甲等, 二级乙等, 二级甲等, 一级乙等, 一级甲等. */
export const MANDARIN_LEVELS = ['3B', '3A', '2B', '2A', '1B', '1A'] as const;
export type MandarinLevel = (typeof MANDARIN_LEVELS)[number];

/** What a post asks for; what is left out is not asked for. */
export interface PostRequirements {
  readonly education?: Education;
  readonly mandarin?: MandarinLevel;
  readonly charactersPerMinute?: number;
  readonly office?: boolean;
}

/** What is known of a candidate; what nobody has asked or tested is unknown, which is not a miss. */
export interface CandidateAbilities {
  readonly education?: Education;
  readonly mandarin?: MandarinLevel;
  readonly charactersPerMinute?: number;
  readonly office?: boolean;
}

export interface RequirementFinding {
  readonly requirement: keyof PostRequirements;
  readonly required: string;
  /** Absent while it is unknown. */
  readonly found?: string;
  readonly verdict: 'met' | 'missed' | 'unknown';
}

/** Each requirement of a post with what the candidate brings (§16: college or more, Mandarin 2A, 60 characters a minute, Office). */
export function checkRequirements(
  requirements: PostRequirements,
  candidate: CandidateAbilities,
): RequirementFinding[] {
  const { education, mandarin, charactersPerMinute, office } = requirements;
  return [
    ...finding('education', education, candidate.education, atLeast(EDUCATIONS)),
    ...finding('mandarin', mandarin, candidate.mandarin, atLeast(MANDARIN_LEVELS)),
    ...finding(
      'charactersPerMinute',
      charactersPerMinute,
      candidate.charactersPerMinute,
      (found, required) => found >= required,
    ),
    ...(office === true ? finding('office', office, candidate.office, (found) => found) : []),
  ];
}

function finding<Value extends string | number | boolean>(
  requirement: keyof PostRequirements,
  required: Value | undefined,
  found: Value | undefined,
  meets: (found: Value, required: Value) => boolean,
): RequirementFinding[] {
  if (required === undefined) return [];
  const base = { requirement, required: String(required) };
  if (found === undefined) return [{ ...base, verdict: 'unknown' }];
  return [{ ...base, found: String(found), verdict: meets(found, required) ? 'met' : 'missed' }];
}

const atLeast =
  <Word extends string>(order: readonly Word[]) =>
  (found: Word, required: Word): boolean =>
    order.indexOf(found) >= order.indexOf(required);
