import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { MAINTENANCE_ERRORS, type RequestContext } from '@switchyard/contracts';
import { maintenanceCopyDue } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Areas } from '../../area/areas.port';
import { CalendarPolicies } from '../../calendar/calendar-policies';
import { WorkingCalendars } from '../../calendar/working-calendars.port';
import { Policies } from '../../policy/policies';
import { type MaintenanceDocument, MaintenanceDocuments } from './maintenance-documents.port';

export type RegisterMaintenanceCommand = Omit<
  MaintenanceDocument,
  'id' | 'receivedAt' | 'dueAt' | 'registeredBy'
> & {
  /** Now unless told. */
  readonly receivedAt?: Date;
};

/**
 * Approved maintenance reaches the centre, within a working day of its approval or late (L26). Once per reference.
 * @throws DomainError `maintenance.reference-reused`, `maintenance.ends-before-start`, `maintenance.area-unknown`,
 * `maintenance.approved-later`
 */
@Injectable()
export class RegisterMaintenanceUseCase {
  constructor(
    private readonly documents: MaintenanceDocuments,
    private readonly areas: Areas,
    private readonly policies: Policies,
    private readonly calendars: WorkingCalendars,
    private readonly calendarPolicies: CalendarPolicies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: RegisterMaintenanceCommand, context: RequestContext): Promise<MaintenanceDocument> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const { receivedAt = now, approvedAt, startsAt, endsAt } = command;
      if (endsAt <= startsAt) {
        throw refusal(MAINTENANCE_ERRORS.endsBeforeStart, 'endsAt', 'The end must be later than the start.');
      }
      if (approvedAt > receivedAt || receivedAt > now) {
        const field = receivedAt > now ? 'receivedAt' : 'approvedAt';
        const message = 'A document is approved first, then received, and not in the future.';
        throw refusal(MAINTENANCE_ERRORS.approvedLater, field, message);
      }
      for (const code of command.areaCodes) {
        if (await this.areas.find(code)) continue;
        const message = `There is no area ${code}; register it first.`;
        throw refusal(MAINTENANCE_ERRORS.areaUnknown, 'areaCodes', message);
      }
      const calendar = await this.calendars.current();
      const closes = await this.calendarPolicies.closes(calendar);
      const { dueAt } = maintenanceCopyDue(approvedAt, await this.policies.outage(now), calendar, closes);
      const registeredBy = context.actor.id;
      const document = { ...command, id: randomUUID(), receivedAt, dueAt, registeredBy };
      return (await this.documents.add(document)) ? document : this.known(command);
    });
  }

  private async known({ reference, kind, title }: RegisterMaintenanceCommand): Promise<MaintenanceDocument> {
    const known = await this.documents.findByReference(reference);
    if (!known) throw new Error(`maintenance ${reference} is neither new nor known`);
    if (known.kind === kind && known.title === title) return known;
    const message = `Reference ${reference} is another document; send a reference of its own.`;
    throw refusal(MAINTENANCE_ERRORS.referenceReused, 'reference', message);
  }
}

const refusal = (code: string, field: string, message: string): DomainError =>
  new DomainError(code, message, { field });
