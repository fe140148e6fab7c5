import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type StaffStanding, StaffStandings } from '../follow-staff/staff-standings.port';

const COLUMNS = `staff_number as "staffNumber", version, status, account_id as "accountId", may_act as "mayAct", roles, scope,
  told_at as "toldAt", pending, left_account_id as "leftAccountId"`;

@Injectable()
export class PgStaffStandings extends StaffStandings {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async lock(staffNumber: string): Promise<StaffStanding | undefined> {
    // Who is not known yet is held by the number alone.
    await this.work.query(`select pg_advisory_xact_lock(hashtextextended('staff:' || $1, 0))`, [staffNumber]);
    return (await this.select('where staff_number = $1', [staffNumber]))[0];
  }

  async put(standing: StaffStanding): Promise<void> {
    const { staffNumber, version, status, accountId, mayAct, roles, scope, toldAt } = standing;
    await this.work.execute(
      `insert into staff_standing (staff_number, version, status, account_id, may_act, roles, scope, told_at, pending,
         left_account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (staff_number) do update set version = excluded.version, status = excluded.status,
         account_id = excluded.account_id, may_act = excluded.may_act, roles = excluded.roles, scope = excluded.scope,
         told_at = excluded.told_at, pending = excluded.pending, left_account_id = excluded.left_account_id`,
      [
        staffNumber,
        version,
        status,
        accountId,
        mayAct,
        roles,
        scope,
        toldAt,
        standing.pending,
        standing.leftAccountId,
      ],
    );
  }

  async ofAccount(accountId: string): Promise<StaffStanding | undefined> {
    const rows = await this.select(
      'where staff_number = (select staff_number from user_account where id = $1)',
      [accountId],
    );
    return rows[0];
  }

  pending(): Promise<readonly StaffStanding[]> {
    return this.select('where pending is not null order by staff_number limit 1000', []);
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<StaffStanding[]> {
    const rows = await this.work.query<Nullable<StaffStanding>>(
      `select ${COLUMNS} from staff_standing ${where}`,
      parameters,
    );
    return rows.map((row) => withoutNulls<StaffStanding>(row));
  }
}
