import { Controller } from '@nestjs/common';
import { HireStaff, HireStaffRequest, type RequestContext, type StaffView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toStaffView } from '../staff-views';
import { HireStaffUseCase } from './hire-staff.use-case';

@Controller()
export class HireStaffHandler {
  constructor(private readonly hire: HireStaffUseCase) {}

  @Handles(HireStaff)
  async handle(request: HireStaffRequest, context: RequestContext): Promise<StaffView> {
    return toStaffView(await this.hire.execute(request, context));
  }
}
