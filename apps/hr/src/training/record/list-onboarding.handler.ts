import { Controller, Inject } from '@nestjs/common';
import {
  ListOnboarding,
  ListOnboardingRequest,
  type OnboardingPage,
  type OnboardingView,
  type RequestContext,
} from '@switchyard/contracts';
import { addDays, addMonths, localDate, localDateAt, onboardingOf } from '@switchyard/domain';
import { CLOCK, type Clock, CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { TrainedStaff } from '../people/trained-staff';
import { Records } from './records.port';

/** Who was hired of late, and how far their 40 hours are (§15). */
@Controller()
export class ListOnboardingHandler {
  constructor(
    private readonly directory: StaffDirectory,
    private readonly staff: TrainedStaff,
    private readonly records: Records,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListOnboarding)
  async handle(request: ListOnboardingRequest, context: RequestContext): Promise<OnboardingPage> {
    const { state, hiredFrom, limit = 50, cursor } = request;
    const now = this.clock.now();
    const today = localDateAt(now);
    const from = hiredFrom === undefined ? addMonths(today, -12) : localDate(hiredFrom);
    const [after = ''] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const { onboarding } = await this.policies.inForce('training', now);
    const seen = await this.staff.seenBy(context);
    const employed = await this.directory.list({ workedBetween: { from, to: addDays(today, 366) } });
    const hired = employed.filter(
      ({ staffNumber, hiredOn, status }) =>
        hiredOn >= from && status !== 'left' && staffNumber > after && seen?.includes(staffNumber) !== false,
    );
    const minutes = await this.records.minutesSince(
      hired.map(({ staffNumber, hiredOn }) => ({ staffNumber, from: hiredOn })),
    );
    const rows = hired
      .map(({ staffNumber, name, hiredOn }): OnboardingView => {
        const done = { hiredOn, minutes: minutes.get(staffNumber) ?? 0 };
        return { staffNumber, name, hiredOn, ...onboardingOf(done, today, onboarding) };
      })
      .filter((row) => state === undefined || row.state === state)
      .sort((one, other) => (one.staffNumber < other.staffNumber ? -1 : 1));
    return pageOf(rows, limit, ({ staffNumber }) => [staffNumber]);
  }
}
