import type { MaintenanceView } from '@switchyard/contracts';
import type { MaintenanceDocument } from './maintenance-documents.port';

export function toMaintenanceView(document: MaintenanceDocument): MaintenanceView {
  const { id, approvedAt, startsAt, endsAt, receivedAt, dueAt, areaCodes, ...rest } = document;
  return {
    ...rest,
    maintenanceId: id,
    areaCodes: [...areaCodes],
    approvedAt: approvedAt.toISOString(),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    late: receivedAt >= dueAt,
  };
}
