import { Controller } from '@nestjs/common';
import { ListMaintenance, ListMaintenanceRequest, type MaintenancePage } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { MaintenanceDocuments } from './maintenance-documents.port';
import { toMaintenanceView } from './maintenance-view';

@Controller()
export class ListMaintenanceHandler {
  constructor(private readonly documents: MaintenanceDocuments) {}

  @Handles(ListMaintenance)
  async handle(request: ListMaintenanceRequest): Promise<MaintenancePage> {
    const { limit = 50, cursor, approvedFrom, approvedBefore, ...filter } = request;
    const times = {
      ...(approvedFrom !== undefined && { approvedFrom: new Date(approvedFrom) }),
      ...(approvedBefore !== undefined && { approvedBefore: new Date(approvedBefore) }),
    };
    const page = await this.documents.list({ ...filter, ...times }, limit, cursor);
    return { items: page.items.map(toMaintenanceView), nextCursor: page.nextCursor };
  }
}
