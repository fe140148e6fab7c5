import { Injectable } from '@nestjs/common';
import {
  FIGURE_ERRORS,
  type GetQueueFiguresRequest,
  type QueueFiguresReport,
  type QueueFiguresRow,
} from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import {
  type CountedRow,
  FigureRows,
  type MenuCallers,
  NO_MENU_CALLERS,
  type TimeSpan,
} from '../figures/figure-rows.port';
import { toFiguresRow, toSelfServiceView } from '../figures/figures-view';
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
    const [counted, all, menus, [allMenus = NO_MENU_CALLERS]] = await Promise.all([
      this.rows.count(span, interval, groupBy, targets, MOST_ROWS * TIERS + 1),
      this.rows.count(span, 'whole', undefined, targets, TIERS),
      groupBy === undefined ? this.rows.selfService(span, interval, MOST_ROWS + 1) : [],
      this.rows.selfService(span, 'whole', 1),
    ]);
    const items = (groupBy === undefined ? withMenus(grouped(counted), menus) : grouped(counted)).map(
      ({ from, group, rows, callers }) =>
        toFiguresRow(spanAt(from, span, interval), group, rows, targets, callers),
    );
    if (items.length > MOST_ROWS) throw tooMany(interval);
    return {
      items: items satisfies QueueFiguresRow[],
      total: toFiguresRow(span, null, all, targets, allMenus),
      selfService: toSelfServiceView(allMenus),
    };
  }
}

/** Rows of one interval and group, which differ by tier only, together. */
interface Group {
  readonly from: Date;
  readonly group: string | null;
  readonly rows: readonly CountedRow[];
  readonly callers?: MenuCallers;
}

/** In their order. */
function grouped(counted: readonly CountedRow[]): readonly Group[] {
  const groups = new Map<string, Group & { readonly rows: CountedRow[] }>();
  for (const row of counted) {
    const { from, group } = row;
    const key = `${from.getTime()} ${group ?? ''}`;
    const known = groups.get(key);
    if (known) known.rows.push(row);
    else groups.set(key, { from, group, rows: [row] });
  }
  return [...groups.values()];
}

/** Beside the queues of each interval its menus, those of intervals in which nobody entered a queue too. */
function withMenus(
  groups: readonly Group[],
  menus: readonly (MenuCallers & { readonly from: Date })[],
): readonly Group[] {
  const times = new Map<number, Group>(
    menus.map(({ from, ...callers }) => [from.getTime(), { from, group: null, rows: [], callers }]),
  );
  for (const group of groups) {
    const at = group.from.getTime();
    times.set(at, { ...group, callers: times.get(at)?.callers ?? NO_MENU_CALLERS });
  }
  return [...times.values()].sort((a, b) => a.from.getTime() - b.from.getTime());
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
