import { isBroken, type TableRow } from '@switchyard/platform';
import type { QueueQuarter } from '../call-history.port';

export interface HistoryProblem {
  readonly line: number;
  readonly textZh: string;
  readonly textEn: string;
}

export interface ReadHistory {
  readonly quarters: readonly QueueQuarter[];
  readonly problems: readonly HistoryProblem[];
}

const HEADERS = {
  queue: ['queue', '队列'],
  startAt: ['startat', 'start at', '开始时间', '时间'],
  offered: ['offered', '呼入', '呼入量'],
  answered: ['answered', '接通', '接通量'],
  handlingSeconds: ['handlingseconds', 'handling seconds', '平均处理时长'],
} as const;

/** `2026-11-02 08:15` without a zone is China's time. */
const LOCAL = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::00)?$/;
const QUARTER_MS = 15 * 60_000;
const MOST_CALLS = 1_000_000;
const MOST_SECONDS = 86_400;

/** Rows of call history; undefined where the header lacks queue, startAt or offered. Rows that cannot be are told. */
export function readHistory(rows: readonly TableRow[]): ReadHistory | undefined {
  const [header, ...lines] = rows;
  if (!header || isBroken(header)) return undefined;
  const titles = header.cells.map((title) => title.trim().toLowerCase());
  const at = (field: keyof typeof HEADERS) =>
    titles.findIndex((title) => HEADERS[field].some((known) => known === title));
  const columns = { queue: at('queue'), startAt: at('startAt'), offered: at('offered') };
  if (Object.values(columns).some((index) => index < 0)) return undefined;
  const more = { answered: at('answered'), handlingSeconds: at('handlingSeconds') };
  const quarters = new Map<string, QueueQuarter>();
  const problems: HistoryProblem[] = [];
  for (const row of lines) {
    const cell = (index: number) => (isBroken(row) || index < 0 ? '' : (row.cells[index] ?? '').trim());
    const queue = cell(columns.queue);
    const startAt = instantOf(cell(columns.startAt));
    const offered = numberOf(cell(columns.offered), MOST_CALLS);
    const answered = optional(cell(more.answered), MOST_CALLS);
    const handlingSeconds = optional(cell(more.handlingSeconds), MOST_SECONDS);
    const isWhole = Number.isInteger(offered) && (answered === undefined || Number.isInteger(answered));
    if (
      queue === '' ||
      queue.length > 60 ||
      !startAt ||
      offered === undefined ||
      !isWhole ||
      answered === 'bad' ||
      handlingSeconds === 'bad'
    ) {
      problems.push(problemOf(row.line));
      continue;
    }
    quarters.set(`${queue} ${startAt.getTime()}`, {
      queue,
      startAt,
      offered,
      source: 'import',
      ...(answered !== undefined && { answered }),
      ...(handlingSeconds !== undefined && { handlingSeconds }),
    });
  }
  return { quarters: [...quarters.values()], problems };
}

function instantOf(text: string): Date | undefined {
  const local = LOCAL.exec(text);
  const ms = Date.parse(
    local ? `${local[1]}T${local[2]}:00+08:00` : /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : 'none',
  );
  return Number.isNaN(ms) || ms % QUARTER_MS !== 0 ? undefined : new Date(ms);
}

function numberOf(text: string, most: number): number | undefined {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= most ? value : undefined;
}

const optional = (text: string, most: number): number | 'bad' | undefined =>
  text === '' ? undefined : (numberOf(text, most) ?? 'bad');

function problemOf(line: number): HistoryProblem {
  return {
    line,
    textZh: '需要队列、整刻钟的开始时间（如 2026-11-02 08:15）和不小于零的整数呼入量',
    textEn:
      'needs a queue, the start of a quarter hour (such as 2026-11-02 08:15) and a whole number of calls',
  };
}
