import type { CalendarDocument, CalendarOverride, LocalDate } from '@switchyard/domain';

export interface VersionedCalendar {
  readonly document: CalendarDocument;
  readonly version: number;
}

export interface CalendarVersion extends VersionedCalendar {
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface DaysPage {
  readonly items: readonly CalendarOverride[];
  readonly nextCursor?: string;
}

/** Working calendars, of which every service keeps a copy. */
export abstract class Calendars {
  abstract find(id: string): Promise<VersionedCalendar | undefined>;
  /** The same; nobody else can change it until the transaction ends. */
  abstract lock(id: string): Promise<VersionedCalendar | undefined>;
  /** Puts a version in the place of the one before, which is kept. To be called with the calendar locked. */
  abstract save(version: CalendarVersion): Promise<void>;
  /** The latest first, at most 200. The data file's edition is none of them. */
  abstract versions(id: string): Promise<readonly CalendarVersion[]>;
  /** By date. @throws DomainError `request.invalid` for a cursor that this port did not make */
  abstract days(
    id: string,
    from: LocalDate | undefined,
    to: LocalDate | undefined,
    limit: number,
    cursor?: string,
  ): Promise<DaysPage>;
}
