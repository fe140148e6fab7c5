import type { StaffEventView, StaffView } from '@switchyard/contracts';
import type { StaffEvent, StaffRecord } from './staff-register.port';

export function toStaffView({ skills, updatedAt, ...record }: StaffRecord): StaffView {
  return { ...record, skills: [...skills], updatedAt: updatedAt.toISOString() };
}

export function toEventView({ id, recordedAt, settledAt, details, ...event }: StaffEvent): StaffEventView {
  return {
    ...event,
    eventId: id,
    details: { ...details },
    recordedAt: recordedAt.toISOString(),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
  };
}
