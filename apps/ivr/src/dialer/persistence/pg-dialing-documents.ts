import { Injectable } from '@nestjs/common';
import {
  buildCalendar,
  type CalendarDocument,
  CHINESE_CALENDAR_DOCUMENT,
  type DialingPolicy,
  parseDialingPolicy,
  type WorkingCalendar,
} from '@switchyard/domain';
import { Logger, readCalendar, UnitOfWork } from '@switchyard/platform';
import { DialingDocuments } from '../policy/dialing-rules';

@Injectable()
export class PgDialingDocuments extends DialingDocuments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly logger: Logger,
  ) {
    super();
  }

  /** A stored policy that does not parse is left out, loudly: the one before it stays in force. */
  async policies(): Promise<readonly DialingPolicy[]> {
    const rows = await this.unitOfWork.query<{ name: string; body: unknown }>(
      `select name, body from dialing_policy order by name, valid_from, set_at`,
    );
    return rows.flatMap(({ name, body }) => {
      const parsed = parseDialingPolicy(body);
      if (parsed.ok) return [parsed.value];
      this.logger.error('a stored dialing policy is not in force', { policy: name, problems: parsed.error });
      return [];
    });
  }

  /** The service's copy of the working calendar, which hr owns. */
  async calendar(): Promise<WorkingCalendar | undefined> {
    const stored = await readCalendar(this.unitOfWork, CHINESE_CALENDAR_DOCUMENT.id);
    return stored && buildCalendar(stored as CalendarDocument);
  }
}
