import { addDays, daysBetween, type LocalDate } from '../shared';
import type { TrainingPolicy } from './training-policy';

export const ONBOARDING_STATES = ['complete', 'on-track', 'behind', 'overdue'] as const;
export type OnboardingState = (typeof ONBOARDING_STATES)[number];

export interface Onboarding {
  readonly dueOn: LocalDate;
  readonly requiredMinutes: number;
  /** What an even pace would have reached today, rounded down. */
  readonly expectedMinutes: number;
  readonly minutes: number;
  readonly state: OnboardingState;
}

/**
 * How far a new hire's training is (§15: at least 40 hours): behind when less than an even pace from hiring to the due day, overdue
 * when that day has passed.
 */
export function onboardingOf(
  { hiredOn, minutes }: { readonly hiredOn: LocalDate; readonly minutes: number },
  today: LocalDate,
  { hours, withinDays }: TrainingPolicy['onboarding'],
): Onboarding {
  const dueOn = addDays(hiredOn, withinDays);
  const requiredMinutes = hours * 60;
  const elapsed = Math.min(withinDays, Math.max(0, daysBetween(hiredOn, today)));
  const expectedMinutes = Math.floor((requiredMinutes * elapsed) / withinDays);
  const facts = { dueOn, requiredMinutes, expectedMinutes, minutes };
  if (minutes >= requiredMinutes) return { ...facts, state: 'complete' };
  if (today > dueOn) return { ...facts, state: 'overdue' };
  return { ...facts, state: minutes < expectedMinutes ? 'behind' : 'on-track' };
}
