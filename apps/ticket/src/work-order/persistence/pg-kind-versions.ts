import { Injectable } from '@nestjs/common';
import type { WorkOrderKind } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { type KindVersion, KindVersions } from '../kinds/kind-versions.port';

const COLUMNS = `kind, version, valid_from as "validFrom", document as definition, set_by as "setBy"`;

@Injectable()
export class PgKindVersions extends KindVersions {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(kind: WorkOrderKind, version: number): Promise<KindVersion | undefined> {
    const [found] = await this.work.query<KindVersion>(
      `select ${COLUMNS} from work_order_kind where kind = $1 and version = $2`,
      [kind, version],
    );
    return found;
  }

  async inForce(kind: WorkOrderKind, at: Date): Promise<KindVersion | undefined> {
    const [found] = await this.work.query<KindVersion>(
      `select ${COLUMNS} from work_order_kind where kind = $1 and valid_from <= $2
       order by valid_from desc limit 1`,
      [kind, at],
    );
    return found;
  }

  of(kind: WorkOrderKind): Promise<readonly KindVersion[]> {
    return this.work.query<KindVersion>(
      `select ${COLUMNS} from work_order_kind where kind = $1 order by version desc limit 1000`,
      [kind],
    );
  }

  async add(version: Omit<KindVersion, 'version'>, setAt: Date): Promise<KindVersion | undefined> {
    const { kind, validFrom, definition, setBy } = version;
    return this.work.inTransaction(async () => {
      await this.work.query(`select pg_advisory_xact_lock(hashtext('work_order_kind ' || $1))`, [kind]);
      const [added] = await this.work.query<KindVersion>(
        `insert into work_order_kind (kind, version, valid_from, document, set_by, set_at)
         select $1, coalesce(max(version), 1) + 1, $2, $3, $4, $5 from work_order_kind where kind = $1
         on conflict (kind, valid_from) do nothing returning ${COLUMNS}`,
        [kind, validFrom, JSON.stringify(definition), setBy, setAt],
      );
      return added;
    });
  }
}
