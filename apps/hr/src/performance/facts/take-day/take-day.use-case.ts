import { Inject, Injectable } from '@nestjs/common';
import { COMMON_ERRORS, type RequestContext } from '@switchyard/contracts';
import { addDays, instantAt, type LocalDate, localDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { monthSpan } from '../../months';
import { StaffCounts, type TakenKind } from '../staff-counts.port';
import { JudgedWorkOfTicket } from './judged-work';
import { TelephoneFigures } from './telephone-figures';

/** A call that began before midnight has ended by then, with its after-call work. */
const SETTLED_AFTER_MS = 6 * 3_600_000;

export interface DayTaken {
  readonly day: LocalDate;
  readonly taken: readonly TakenKind[];
  readonly problems: readonly string[];
}

/**
 * Takes what the telephones and the audits know of a day. What one cannot tell does not keep the others back, and stays as it was known,
 * or unknown; it is never nought.
 */
@Injectable()
export class TakeDay {
  constructor(
    private readonly counts: StaffCounts,
    private readonly telephones: TelephoneFigures,
    private readonly judged: JudgedWorkOfTicket,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `request.invalid` for a day that is still to come */
  async execute(day: LocalDate, context: RequestContext): Promise<DayTaken> {
    if (day > localDateAt(this.clock.now())) {
      throw new DomainError(COMMON_ERRORS.invalid, `${day} is still to come; give a day that has begun.`, {
        fields: [{ field: 'day', problems: ['must not be in the future'] }],
      });
    }
    const span = { from: instantAt(day, 0), before: instantAt(addDays(day, 1), 0) };
    const month = monthSpan(day.slice(0, 7));
    const settled = this.clock.now().getTime() >= span.before.getTime() + SETTLED_AFTER_MS;
    const taken: TakenKind[] = [];
    const problems: string[] = [];
    const take = async (kind: TakenKind, of: LocalDate, put: () => Promise<() => Promise<void>>) => {
      const at = this.clock.now();
      try {
        const write = await put();
        await this.work.inTransaction(async () => {
          await write();
          await this.counts.markTaken(of, kind, at, settled);
        });
        taken.push(kind);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        await this.counts.markProblem(of, kind, at, error.message);
        problems.push(`${kind}: ${error.message}`);
      }
    };
    for (const kind of ['calls', 'ratings', 'presence'] as const) {
      await take(kind, day, async () => {
        const rows = await this.telephones[kind](span, context);
        return () => this.counts.putDay(day, kind, rows);
      });
    }
    await take('correctness', localDate(month.firstDay), async () => {
      const works = await this.judged.within(month, context);
      return () => this.counts.putJudged(works);
    });
    return { day, taken, problems };
  }
}
