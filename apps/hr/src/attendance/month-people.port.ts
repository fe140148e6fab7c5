import type { PeopleFilter } from './people/people';
import type { Page } from './punches.port';

/** Who is told of in a month, in pages. */
export abstract class MonthPeople {
  /** Everybody who was staff for a day of the month, by staff number. */
  abstract list(
    month: string,
    filter: PeopleFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<{ readonly staffNumber: string; readonly name: string }>>;
}
