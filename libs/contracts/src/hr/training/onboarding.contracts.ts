import { operation } from '../../kernel/contract';
import { Day, OneOf, OptionalDay, OptionalOneOf, RequiredText, Whole } from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { StaffNumber } from '../staff/staff-fields';

export const ONBOARDING_WORDS = ['complete', 'on-track', 'behind', 'overdue'] as const;

export class OnboardingView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Day('Day of hiring')
  hiredOn: string;

  @Day('By when the hours are due')
  dueOn: string;

  @Whole('Minutes required (§15: 40 hours)', 0, 100_000)
  requiredMinutes: number;

  @Whole('Minutes that an even pace would have reached by today', 0, 100_000)
  expectedMinutes: number;

  @Whole('Minutes credited since hiring', 0, 10_000_000)
  minutes: number;

  @OneOf('State', ONBOARDING_WORDS)
  state: (typeof ONBOARDING_WORDS)[number];
}

export class ListOnboardingRequest extends PageRequest {
  @OptionalOneOf('Only in this state', ONBOARDING_WORDS)
  state?: (typeof ONBOARDING_WORDS)[number];

  @OptionalDay('Only who was hired from this day on; else from a year ago on')
  hiredFrom?: string;
}

export class OnboardingPage extends PageOf(OnboardingView, 'New hires by staff number') {}

export const ListOnboarding = operation({
  subject: 'hr.query.training-onboarding.v1',
  request: ListOnboardingRequest,
  reply: OnboardingPage,
});
