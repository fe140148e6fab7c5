export const VACANCY_STATE_WORDS = ['requested', 'refused', 'approved', 'open', 'filled', 'closed'] as const;
export type VacancyStateWord = (typeof VACANCY_STATE_WORDS)[number];
export const VACANCY_ACT_WORDS = ['approve', 'refuse', 'open', 'close'] as const;
export type VacancyActWord = (typeof VACANCY_ACT_WORDS)[number];
export const CHANNEL_WORDS = ['web', 'campus', 'referral', 'other'] as const;
export type ChannelWord = (typeof CHANNEL_WORDS)[number];
export const CANDIDATE_STATE_WORDS = [
  'new',
  'interviewed',
  'offered',
  'hired',
  'rejected',
  'withdrawn',
] as const;
export type CandidateStateWord = (typeof CANDIDATE_STATE_WORDS)[number];
export const EDUCATION_WORDS = ['secondary', 'college', 'bachelor', 'master'] as const;
export type EducationWord = (typeof EDUCATION_WORDS)[number];
/** 三级乙等 … 一级甲等. */
export const MANDARIN_WORDS = ['3B', '3A', '2B', '2A', '1B', '1A'] as const;
export type MandarinWord = (typeof MANDARIN_WORDS)[number];
export const BACKGROUND_WORDS = ['clear', 'concern'] as const;
export type BackgroundWord = (typeof BACKGROUND_WORDS)[number];
export const REQUIREMENT_WORDS = ['education', 'mandarin', 'charactersPerMinute', 'office'] as const;
export const DIMENSION_WORDS = ['knowledge', 'communication', 'service', 'adaptability'] as const;
export const OBSTACLE_WORDS = [
  'requirement',
  'no-interview',
  'interview-failed',
  'no-background-check',
  'background-concern',
  'no-contract',
] as const;
export const WARNING_FACT_WORDS = [
  'tenure-months',
  'absent-days',
  'late-times',
  'personal-leave-times',
  'sick-days',
  'overtime-hours',
  'score',
  'quality-mean',
] as const;

export const HIRING_ERRORS = {
  vacancyNotFound: 'vacancy.not-found',
  /** The act does not follow from the vacancy's state; `details.possibleFrom` names those from which it does. */
  vacancyState: 'vacancy.not-allowed-in-state',
  /** Who asked for the heads does not approve them. */
  ownRequest: 'vacancy.own-request',
  /** Every seat of it is taken. */
  vacancyFilled: 'vacancy.already-filled',
  candidateNotFound: 'candidate.not-found',
  candidateState: 'candidate.not-allowed-in-state',
  /** `details.obstacles` names all that stands against it; waive them with a reason, but for the contract. */
  obstacles: 'candidate.obstacles',
  checklistEntryNotFound: 'checklist-entry.not-found',
  badPeriod: 'turnover.bad-period',
} as const;
