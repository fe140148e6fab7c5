import { Injectable } from '@nestjs/common';
import {
  FIGURE_ERRORS,
  type GetQueueFiguresRequest,
  type QueueFiguresReport,
  type QueueFiguresRow,
} from '@switchyard/contracts';
import { selfServiceRate } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { type CountedRow, FigureRows, type TimeSpan } from '../figures/figure-rows.port';
import { toFiguresRow } from '../figures/figures-view';
import { lengthOf, wholeIntervals } from '../figures/intervals';
import { spanOf } from '../figures/span-of';

/** A week of quarter hours for six queues; an answer of some two megabytes. */
const MOST_ROWS = 4_100;
const TIERS = 3;

/** History of the queues' figures (T4.4). */
@Injectable()
export class GetQueueFigures {
  constructor(private readonly rows: FigureRows) {}

  /** @throws DomainError figures.time-empty, figures.too-many-rows */
  async execute({
    interval = 'quarter',
    groupBy,
    ...request
  }: GetQueueFiguresRequest): Promise<QueueFiguresReport> {
    const span = wholeIntervals(spanOf(request), interval);
    const targets = await this.rows.targets(span.from);
    const [counted, all, selfService] = await Promise.all([
      this.rows.count(span, interval, groupBy, targets, MOST_ROWS * TIERS + 1),
      this.rows.count(span, 'whole', undefined, targets, TIERS),
      this.rows.selfService(span),
    ]);
    const items = grouped(counted).map((rows) => {
      const [{ from, group }] = rows;
      return toFiguresRow(spanAt(from, span, interval), group, rows, targets);
    });
    if (items.length > MOST_ROWS) throw tooMany(interval);
    return {
      items: items satisfies QueueFiguresRow[],
      total: toFiguresRow(span, null, all, targets),
      selfService: { ...selfService, rate: selfServiceRate(selfService) },
    };
  }
}

type Rows = [CountedRow, ...CountedRow[]];

/** Rows of one interval and group, which differ by tier only, together; in their order. */
function grouped(counted: readonly CountedRow[]): Rows[] {
  const groups = new Map<string, Rows>();
  for (const row of counted) {
    const key = `${row.from.getTime()} ${row.group ?? ''}`;
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function spanAt(
  from: Date,
  whole: TimeSpan,
  interval: NonNullable<GetQueueFiguresRequest['interval']>,
): TimeSpan {
  const length = lengthOf(interval);
  return length === undefined ? whole : { from, to: new Date(from.getTime() + length) };
}

function tooMany(interval: string): DomainError {
  return new DomainError(
    FIGURE_ERRORS.tooManyRows,
    `more than ${MOST_ROWS} rows: ask for a shorter time, or for a longer interval than ${interval}`,
    { mostRows: MOST_ROWS },
  );
}
