import { Injectable } from '@nestjs/common';
import type { HeldInQuarter } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { Plans, type PlanVersion } from '../plans.port';

const PLAN = `year, version, items, made_at as "madeAt", made_by as "madeBy", approved_at as "approvedAt",
  approved_by as "approvedBy"`;

@Injectable()
export class PgPlans extends Plans {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  find(year: number, version: number): Promise<PlanVersion | undefined> {
    return this.first('year = $1 and version = $2', [year, version]);
  }

  inForce(year: number): Promise<PlanVersion | undefined> {
    return this.first('year = $1 order by approved_at is null, version desc', [year]);
  }

  latest(year: number): Promise<PlanVersion | undefined> {
    return this.first('year = $1 order by version desc', [year]);
  }

  async add({ year, version, items, madeAt, madeBy }: PlanVersion): Promise<boolean> {
    const added = await this.work.execute(
      `insert into training_plan (year, version, items, made_at, made_by) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [year, version, JSON.stringify(items), madeAt, madeBy],
    );
    return added > 0;
  }

  async approve(year: number, version: number, at: Date, by: string): Promise<boolean> {
    const approved = await this.work.execute(
      `update training_plan set approved_at = $3, approved_by = $4
        where year = $1 and version = $2 and approved_at is null`,
      [year, version, at, by],
    );
    return approved > 0;
  }

  held(year: number): Promise<readonly HeldInQuarter[]> {
    return this.work.query<HeldInQuarter>(
      `select extract(quarter from s.starts_at at time zone 'Asia/Shanghai')::integer as quarter,
              s.course_code as "courseCode", count(distinct s.id) filter (where s.state = 'planned')::integer as planned,
              count(distinct s.id) filter (where s.state = 'held')::integer as held,
              count(distinct e.staff_number)::integer as "peopleTrained"
         from training_session s left join training_enrolment e on e.session_id = s.id and e.state = 'attended'
        where s.state <> 'cancelled' and extract(year from s.starts_at at time zone 'Asia/Shanghai') = $1
        group by 1, 2 order by 1, 2`,
      [year],
    );
  }

  private async first(where: string, parameters: readonly unknown[]): Promise<PlanVersion | undefined> {
    const [row] = await this.work.query<Nullable<PlanVersion>>(
      `select ${PLAN} from training_plan where ${where} limit 1`,
      parameters,
    );
    return row && withoutNulls<PlanVersion>(row);
  }
}
