import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import { MoreThan } from 'typeorm';
import { Users, type User, type UserChange, type UsersPage } from '../users.port';
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
    const row = { ...user, roles: [...user.roles] };
    await this.rows.createQueryBuilder().insert().values(row).orIgnore().execute();
    return this.rows.existsBy({ id: user.id });
  }

  async change(id: string, { roles, ...change }: UserChange, at: Date): Promise<User | undefined> {
    const known = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    await this.rows.update({ id }, { ...known, ...(roles && { roles: [...roles] }), updatedAt: at });
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

  async list(limit: number, cursor?: string): Promise<UsersPage> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, CURSOR_PARTS.text)[0];
    const rows = await this.rows.find({
      where: after === undefined ? {} : { name: MoreThan(after) },
      order: { name: 'ASC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.name]);
  }

  private get rows() {
    return this.work.manager.getRepository(UserAccountEntity);
  }
}
