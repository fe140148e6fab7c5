import { Injectable } from '@nestjs/common';
import { type FigureTargets, STANDARD_FIGURE_TARGETS } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { type DatedFigureTargets, FigureTargetsStore } from '../figure-targets/figure-targets.port';

@Injectable()
export class PgFigureTargets extends FigureTargetsStore {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async list(): Promise<readonly DatedFigureTargets[]> {
    const rows = await this.unitOfWork.query<{ validFrom: Date; body: FigureTargets; createdBy: string }>(
      `select valid_from as "validFrom", body, created_by as "createdBy" from figure_targets order by valid_from desc`,
    );
    return rows.map(({ body, ...row }) => ({ ...row, targets: { ...STANDARD_FIGURE_TARGETS, ...body } }));
  }

  async put({ validFrom, targets, createdBy }: DatedFigureTargets): Promise<void> {
    await this.unitOfWork.query(
      `insert into figure_targets (valid_from, body, created_by) values ($1, $2, $3)
       on conflict (valid_from) do update set body = excluded.body, created_by = excluded.created_by,
         created_at = now()`,
      [validFrom, JSON.stringify(targets), createdBy],
    );
  }
}
