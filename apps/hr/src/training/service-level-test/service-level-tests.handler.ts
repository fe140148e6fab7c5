import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  ListServiceLevelTests,
  ListServiceLevelTestsRequest,
  RecordServiceLevelTest,
  RecordServiceLevelTestRequest,
  type RequestContext,
  type ServiceLevelTestPage,
  type ServiceLevelTestView,
} from '@switchyard/contracts';
import { instantAt, localDate, MINUTES_PER_DAY, serviceLevelResult } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { viewsOf } from '../page';
import { TrainedStaff } from '../people/trained-staff';
import { toServiceLevelTestView } from './service-level-test-view';
import { ServiceLevelTests } from './service-level-tests.port';

/** The service level test: written × 40 % + telephone × 60 % (§12 formula 10, C13). */
@Controller()
export class ServiceLevelTestsHandler {
  constructor(
    private readonly tests: ServiceLevelTests,
    private readonly policies: Policies,
    private readonly staff: TrainedStaff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RecordServiceLevelTest)
  async record(
    request: RecordServiceLevelTestRequest,
    { actor }: RequestContext,
  ): Promise<ServiceLevelTestView> {
    const { staffNumber, written, phone } = request;
    const { name } = await this.staff.find(staffNumber);
    const takenOn = localDate(request.takenOn);
    const weights = await this.policies.inForce('service-level-test', instantAt(takenOn, MINUTES_PER_DAY));
    const test = {
      testId: randomUUID(),
      staffNumber,
      takenOn,
      written,
      phone,
      ...weights,
      result: serviceLevelResult({ written, phone }, weights),
      recordedBy: actor.id,
    };
    await this.tests.add(test, this.clock.now());
    return toServiceLevelTestView(test, name);
  }

  @Handles(ListServiceLevelTests)
  async list(request: ListServiceLevelTestsRequest, context: RequestContext): Promise<ServiceLevelTestPage> {
    const { limit = 50, cursor, ...filter } = request;
    const staffNumbers = await this.staff.seenBy(context);
    const page = await this.tests.list({ ...filter, ...(staffNumbers && { staffNumbers }) }, limit, cursor);
    const names = await this.staff.names(page.items.map(({ staffNumber }) => staffNumber));
    return viewsOf(page, (test) => toServiceLevelTestView(test, names.get(test.staffNumber)));
  }
}
