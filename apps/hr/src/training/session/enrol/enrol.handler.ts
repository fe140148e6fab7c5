import { Controller } from '@nestjs/common';
import {
  Enrol,
  type EnrolmentView,
  EnrolRequest,
  type RequestContext,
  WithdrawEnrolment,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { TrainedStaff } from '../../people/trained-staff';
import { EnrolStaff } from './enrol.use-case';

@Controller()
export class EnrolHandler {
  constructor(
    private readonly enrolling: EnrolStaff,
    private readonly staff: TrainedStaff,
  ) {}

  @Handles(Enrol)
  async enrol({ sessionId, staffNumber }: EnrolRequest, context: RequestContext): Promise<EnrolmentView> {
    const member = await this.staff.meant(staffNumber, 'training:write', context);
    return this.enrolling.enrol(sessionId, member, context);
  }

  @Handles(WithdrawEnrolment)
  async withdraw({ sessionId, staffNumber }: EnrolRequest, context: RequestContext): Promise<EnrolmentView> {
    return this.enrolling.withdraw(sessionId, await this.staff.meant(staffNumber, 'training:write', context));
  }
}
