import { Injectable } from '@nestjs/common';
import { type CallInterval, localDateAt, minuteOfDayAt } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { CallHistory, type HistoryFilter, type HistoryPage, type QueueQuarter } from '../call-history.port';

const QUARTER = `queue, start_at as "startAt", offered, answered, handling_seconds as "handlingSeconds", source`;
/** Rows of one statement. */
const CHUNK = 5_000;

@Injectable()
export class PgCallHistory extends CallHistory {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async put(quarters: readonly QueueQuarter[], at: Date): Promise<number> {
    let taken = 0;
    for (let start = 0; start < quarters.length; start += CHUNK) {
      taken += await this.putChunk(quarters.slice(start, start + CHUNK), at);
    }
    return taken;
  }

  async list({ queue, from, before }: HistoryFilter, limit: number, cursor?: string): Promise<HistoryPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.text);
    const rows = await this.select(
      `($1::text is null or queue = $1) and ($2::timestamptz is null or start_at >= $2)
         and ($3::timestamptz is null or start_at < $3)
         and ($4::timestamptz is null or (start_at, queue) > ($4, $5)) order by start_at, queue limit $6`,
      [queue, from, before, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.startAt.toISOString(), row.queue]);
  }

  async intervals(queue: string, from: Date, before: Date): Promise<readonly CallInterval[]> {
    const rows = await this.select('queue = $1 and start_at >= $2 and start_at < $3 order by start_at', [
      queue,
      from,
      before,
    ]);
    return rows.map(({ startAt, offered, handlingSeconds }) => ({
      date: localDateAt(startAt),
      minute: minuteOfDayAt(startAt),
      calls: offered,
      ...(handlingSeconds !== undefined && { handlingSeconds }),
    }));
  }

  private putChunk(quarters: readonly QueueQuarter[], at: Date): Promise<number> {
    return this.work.execute(
      `insert into call_interval (queue, start_at, offered, answered, handling_seconds, source, taken_at)
       select queue, "startAt", offered, answered, "handlingSeconds", source, $2
         from json_to_recordset($1) as row (queue text, "startAt" timestamptz, offered integer, answered integer,
           "handlingSeconds" double precision, source text)
       on conflict (queue, start_at) do update set offered = excluded.offered, answered = excluded.answered,
         handling_seconds = excluded.handling_seconds, source = excluded.source, taken_at = excluded.taken_at
         where call_interval.source = 'import' or excluded.source = 'ivr'`,
      [JSON.stringify(quarters), at],
    );
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<QueueQuarter[]> {
    const rows = await this.work.query<Nullable<QueueQuarter>>(
      `select ${QUARTER} from call_interval where ${where}`,
      parameters,
    );
    return rows.map((row) => withoutNulls<QueueQuarter>(row));
  }
}
