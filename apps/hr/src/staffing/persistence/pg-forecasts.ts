import { Injectable } from '@nestjs/common';
import type { ForecastInterval, LocalDate } from '@switchyard/domain';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import { type Forecast, type ForecastHead, type ForecastPage, Forecasts } from '../forecasts.port';

const HEAD = `id, queue, from_date::text as "from", to_date::text as "to", interval_minutes as "intervalMinutes", measure,
  made_at as "madeAt", made_by as "madeBy"`;

@Injectable()
export class PgForecasts extends Forecasts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({
    id,
    queue,
    from,
    to,
    intervalMinutes,
    measure,
    madeAt,
    madeBy,
    intervals,
  }: Forecast): Promise<void> {
    await this.work.execute(
      `insert into call_forecast (id, queue, from_date, to_date, interval_minutes, made_at, made_by, measure, intervals)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        queue,
        from,
        to,
        intervalMinutes,
        madeAt,
        madeBy,
        JSON.stringify(measure),
        JSON.stringify(intervals),
      ],
    );
  }

  async find(id: string): Promise<Forecast | undefined> {
    const [forecast] = await this.work.query<Forecast>(
      `select ${HEAD}, intervals from call_forecast where id = $1`,
      [id],
    );
    return forecast;
  }

  async list(queue: string | undefined, limit: number, cursor?: string): Promise<ForecastPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<ForecastHead>(
      `select ${HEAD} from call_forecast
       where ($1::text is null or queue = $1) and ($2::timestamptz is null or (made_at, id) < ($2, $3::uuid))
       order by made_at desc, id desc limit $4`,
      [queue, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ madeAt, id }) => [madeAt.toISOString(), id]);
  }

  async latest(from: LocalDate, to: LocalDate): Promise<readonly Forecast[]> {
    const rows = await this.work.query<ForecastHead & { intervals: ForecastInterval[] | null }>(
      `with covering as (
         select distinct on (f.queue, day) f.id, day::date::text as day
           from generate_series($1::date, $2::date, interval '1 day') as day
           join call_forecast f on day::date between f.from_date and f.to_date
          order by f.queue, day, f.made_at desc, f.id desc),
       chosen as (select id, jsonb_agg(day) as days from covering group by id)
       select ${HEAD.replace('id,', 'f.id,')}, (
           select jsonb_agg(part) from jsonb_array_elements(f.intervals) as part where chosen.days ? (part ->> 'date')
         ) as intervals
         from call_forecast f join chosen on chosen.id = f.id order by f.queue, f.made_at`,
      [from, to],
    );
    return rows.map((row) => ({ ...row, intervals: row.intervals ?? [] }));
  }
}
