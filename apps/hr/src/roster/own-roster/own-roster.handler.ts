import { Controller } from '@nestjs/common';
import {
  COMMON_ERRORS,
  ListOwnEntries,
  ListOwnEntriesRequest,
  type OwnEntries,
  type RequestContext,
} from '@switchyard/contracts';
import { daysBetween, localDate } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { OwnStaff } from '../own-staff';
import { RosterEntries } from '../roster-entries.port';
import { toEntryView } from '../roster-views';

const MOST_DAYS = 92;

@Controller()
export class OwnRosterHandler {
  constructor(
    private readonly own: OwnStaff,
    private readonly entries: RosterEntries,
  ) {}

  /** @throws DomainError `roster.not-staff`, `request.invalid` for a span that is none */
  @Handles(ListOwnEntries)
  async handle(request: ListOwnEntriesRequest, context: RequestContext): Promise<OwnEntries> {
    const { staffNumber, name } = await this.own.of(context);
    const [from, to] = [localDate(request.from), localDate(request.to)];
    const days = daysBetween(from, to);
    if (days < 0 || days > MOST_DAYS) {
      throw new DomainError(
        COMMON_ERRORS.invalid,
        `Ask for 1 to ${MOST_DAYS + 1} days; to is not before from.`,
        {
          fields: [{ field: 'to', problems: [`must be from to ${MOST_DAYS} days later`] }],
        },
      );
    }
    const entries = await this.entries.of(staffNumber, from, to);
    return { items: entries.map((entry) => toEntryView(entry, name)) };
  }
}
