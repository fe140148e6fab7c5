import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import { Users, type User, type UserChange, type UserFilter, type UsersPage } from '../users.port';
import { UserAccountEntity } from './user-account.entity';

@Injectable()
export class TypeOrmUsers extends Users {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async findByName(name: string): Promise<User | undefined> {
    return (await this.rows.findOneBy({ name })) ?? undefined;
  }

  async findById(id: string): Promise<User | undefined> {
    return (await this.rows.findOneBy({ id })) ?? undefined;
  }

  async add(user: User): Promise<boolean> {
    const row = { ...user, roles: [...user.roles], scope: [...user.scope] };
    await this.rows.createQueryBuilder().insert().values(row).orIgnore().execute();
    return this.rows.existsBy({ id: user.id });
  }

  async change(id: string, { roles, scope, ...change }: UserChange, at: Date): Promise<User | undefined> {
    const known = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const lists = { ...(roles && { roles: [...roles] }), ...(scope && { scope: [...scope] }) };
    await this.rows.update({ id }, { ...known, ...lists, updatedAt: at });
    return this.findById(id);
  }

  async lock(id: string): Promise<User | undefined> {
    await this.work.query('select 1 from user_account where id = $1 for update', [id]);
    return this.findById(id);
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.rows.exists());
  }

  async lockActiveAdmins(): Promise<readonly string[]> {
    const rows = await this.work.query<{ id: string }>(
      `select id from user_account where active and 'admin' = any (roles) order by id for update`,
    );
    return rows.map(({ id }) => id);
  }

  async list(filter: UserFilter, limit: number, cursor?: string): Promise<UsersPage> {
    const { active, role, ofStaff, text } = filter;
    const after = cursor === undefined ? undefined : decodeCursor(cursor, CURSOR_PARTS.text)[0];
    const asked = this.rows
      .createQueryBuilder('u')
      .where('true')
      .orderBy('u.name')
      .take(limit + 1);
    if (after !== undefined) asked.andWhere('u.name > :after', { after });
    if (active !== undefined) asked.andWhere('u.active = :active', { active });
    if (role !== undefined) asked.andWhere(':role = any (u.roles)', { role });
    if (ofStaff !== undefined) asked.andWhere('(u.staff_number is not null) = :ofStaff', { ofStaff });
    if (text !== undefined)
      asked.andWhere('(strpos(u.name, :text) > 0 or strpos(lower(u.display_name), :text) > 0)', {
        text: text.trim().toLowerCase(),
      });
    return pageOf(await asked.getMany(), limit, (row) => [row.name]);
  }

  private get rows() {
    return this.work.manager.getRepository(UserAccountEntity);
  }
}
