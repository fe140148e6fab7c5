import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { StaffDirectory, type StaffFilter, type StaffGroup, type StaffMember } from '../staff-directory.port';

const STAFF = `select s.staff_number as "staffNumber", s.name, s.department_code as "departmentCode", s.post_code as "postCode",
    p.role_kind as "roleKind", s.tier, s.group_code as "groupCode", nullif(g.leader_number, s.staff_number) as "leaderNumber",
    array(select k.skill_code from staff_skill k where k.staff_number = s.staff_number order by 1) as skills,
    s.status, s.hired_on::text as "hiredOn", s.left_on::text as "leftOn", s.account_id as "accountId"
  from staff s join post p on p.code = s.post_code left join staff_group g on g.code = s.group_code`;

@Injectable()
export class PgStaffDirectory extends StaffDirectory {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(staffNumber: string): Promise<StaffMember | undefined> {
    const [found] = await this.select('where s.staff_number = $1', [staffNumber]);
    return found;
  }

  async ofAccount(accountId: string): Promise<StaffMember | undefined> {
    // The system and programs have ids of another shape.
    if (!CURSOR_PARTS.uuid.test(accountId)) return undefined;
    const [found] = await this.select('where s.account_id = $1', [accountId]);
    return found;
  }

  list(filter: StaffFilter): Promise<readonly StaffMember[]> {
    const { departmentCode, groupCode, postCode, roleKind, skill, status, workedBetween, staffNumbers } =
      filter;
    return this.select(
      `where ($1::text is null or s.department_code = $1) and ($2::text is null or s.group_code = $2)
         and ($3::text is null or s.post_code = $3) and ($4::text is null or p.role_kind = $4)
         and ($5::text is null or exists (select 1 from staff_skill k
               where k.staff_number = s.staff_number and k.skill_code = $5))
         and ($6::text is null or s.status = $6)
         and ($7::date is null or s.left_on is null or (s.left_on > $7 and s.left_on > s.hired_on))
         and ($8::date is null or s.hired_on <= $8)
         and ($9::text[] is null or s.staff_number = any ($9))
       order by s.staff_number`,
      [
        departmentCode,
        groupCode,
        postCode,
        roleKind,
        skill,
        status,
        workedBetween?.from,
        workedBetween?.to,
        staffNumbers,
      ],
    );
  }

  async groups(): Promise<readonly StaffGroup[]> {
    const rows = await this.work.query<Nullable<StaffGroup>>(
      `select g.code, g.name_zh as "nameZh", g.name_en as "nameEn", g.department_code as "departmentCode",
         g.leader_number as "leaderNumber",
         (select count(*)::integer from staff s where s.group_code = g.code and s.status <> 'left') as members
       from staff_group g where g.active order by g.code`,
    );
    return rows.map((row) => withoutNulls<StaffGroup>(row));
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<StaffMember[]> {
    const rows = await this.work.query<Nullable<StaffMember>>(`${STAFF} ${where}`, parameters);
    return rows.map((row) => withoutNulls<StaffMember>(row));
  }
}
