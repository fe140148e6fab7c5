import { Controller } from '@nestjs/common';
import {
  type MaintenanceView,
  RegisterMaintenance,
  RegisterMaintenanceRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toMaintenanceView } from './maintenance-view';
import { RegisterMaintenanceUseCase } from './register-maintenance.use-case';

@Controller()
export class RegisterMaintenanceHandler {
  constructor(private readonly register: RegisterMaintenanceUseCase) {}

  @Handles(RegisterMaintenance)
  async handle(request: RegisterMaintenanceRequest, context: RequestContext): Promise<MaintenanceView> {
    const { approvedAt, startsAt, endsAt, receivedAt, ...facts } = request;
    const document = await this.register.execute(
      {
        ...facts,
        approvedAt: new Date(approvedAt),
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        ...(receivedAt !== undefined && { receivedAt: new Date(receivedAt) }),
      },
      context,
    );
    return toMaintenanceView(document);
  }
}
