import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import {
  type Department,
  type Group,
  type HeadCount,
  OrganisationStore,
  type Post,
  type Skill,
} from '../organisation-store.port';

const NAMES = `code, name_zh as "nameZh", name_en as "nameEn", active`;
const DEPARTMENT = `${NAMES}, parent_code as "parentCode", scope from department`;
const POST = `${NAMES}, role_kind as "roleKind", tier, roles from post`;
const GROUP = `${NAMES}, department_code as "departmentCode", leader_number as "leaderNumber",
  (select name from staff where staff_number = leader_number) as "leaderName" from staff_group`;
const SKILL = `${NAMES}, kind, (select count(*)::integer from staff_skill k join staff s using (staff_number)
    where k.skill_code = skill.code and s.status <> 'left') as members from skill`;

@Injectable()
export class PgOrganisationStore extends OrganisationStore {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  department(code: string): Promise<Department | undefined> {
    return this.one<Department>(DEPARTMENT, code);
  }

  post(code: string): Promise<Post | undefined> {
    return this.one<Post>(POST, code);
  }

  group(code: string): Promise<Group | undefined> {
    return this.one<Group>(GROUP, code);
  }

  async unknownSkills(codes: readonly string[]): Promise<readonly string[]> {
    const rows = await this.work.query<{ code: string }>(
      `select code from unnest($1::text[]) as asked (code)
       where not exists (select 1 from skill where skill.code = asked.code and active)`,
      [codes],
    );
    return rows.map(({ code }) => code);
  }

  departments(): Promise<readonly Department[]> {
    return this.all<Department>(DEPARTMENT);
  }

  posts(): Promise<readonly Post[]> {
    return this.all<Post>(POST);
  }

  groups(): Promise<readonly (Group & { readonly leaderName?: string })[]> {
    return this.all<Group & { readonly leaderName?: string }>(GROUP);
  }

  skills(): Promise<readonly (Skill & { readonly members: number })[]> {
    return this.all<Skill & { readonly members: number }>(SKILL);
  }

  async headCounts(): Promise<readonly HeadCount[]> {
    const rows = await this.work.query<Nullable<HeadCount>>(
      `select department_code as "departmentCode", post_code as "postCode", group_code as "groupCode", tier,
         count(*)::integer as members from staff where status <> 'left' group by 1, 2, 3, 4`,
    );
    return rows.map((row) => withoutNulls<HeadCount>(row));
  }

  async putDepartment({ code, nameZh, nameEn, active, parentCode, scope }: Department): Promise<void> {
    await this.work.execute(
      `insert into department (code, name_zh, name_en, active, parent_code, scope) values ($1, $2, $3, $4, $5, $6)
       on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, active = excluded.active,
         parent_code = excluded.parent_code, scope = excluded.scope`,
      [code, nameZh, nameEn, active, parentCode, scope],
    );
  }

  async putPost({ code, nameZh, nameEn, active, roleKind, tier, roles }: Post): Promise<void> {
    await this.work.execute(
      `insert into post (code, name_zh, name_en, active, role_kind, tier, roles) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, active = excluded.active,
         role_kind = excluded.role_kind, tier = excluded.tier, roles = excluded.roles`,
      [code, nameZh, nameEn, active, roleKind, tier, roles],
    );
  }

  async putGroup({ code, nameZh, nameEn, active, departmentCode, leaderNumber }: Group): Promise<void> {
    await this.work.execute(
      `insert into staff_group (code, name_zh, name_en, active, department_code, leader_number)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, active = excluded.active,
         department_code = excluded.department_code, leader_number = excluded.leader_number`,
      [code, nameZh, nameEn, active, departmentCode, leaderNumber],
    );
  }

  async putSkill({ code, nameZh, nameEn, active, kind }: Skill): Promise<void> {
    await this.work.execute(
      `insert into skill (code, name_zh, name_en, active, kind) values ($1, $2, $3, $4, $5)
       on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, active = excluded.active,
         kind = excluded.kind`,
      [code, nameZh, nameEn, active, kind],
    );
  }

  private async one<T extends object>(select: string, code: string): Promise<T | undefined> {
    const [row] = await this.work.query<Nullable<T>>(`select ${select} where code = $1`, [code]);
    return row && withoutNulls<T>(row);
  }

  private async all<T extends object>(select: string): Promise<readonly T[]> {
    const rows = await this.work.query<Nullable<T>>(`select ${select} order by code`);
    return rows.map((row) => withoutNulls<T>(row));
  }
}
