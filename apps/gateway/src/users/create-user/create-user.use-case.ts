import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, Passwords } from '@switchyard/platform';
import type { Role } from '../../access/roles';
import { normalisedName } from '../user-name';
import { Users, type User } from '../users.port';

export interface CreateUserCommand {
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly password: string;
  /** All unless given. */
  readonly scope?: readonly string[];
  /** Off until the member of staff whom it is for is linked and may act. */
  readonly forStaff?: boolean;
}

/** @throws DomainError `user.already-exists` */
@Injectable()
export class CreateUserUseCase {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: CreateUserCommand): Promise<User> {
    const { name, displayName, roles, password, scope = ['all'], forStaff = false } = command;
    const now = this.clock.now();
    const user: User = {
      id: randomUUID(),
      name: normalisedName(name),
      displayName,
      roles,
      scope,
      staffNumber: null,
      active: !forStaff,
      switchedOffBy: forStaff ? 'staff' : null,
      passwordHash: await this.passwords.hash(password),
      createdAt: now,
      updatedAt: now,
    };
    if (await this.users.add(user)) return user;
    throw new DomainError(
      'user.already-exists',
      `There is a sign-in account ${user.name}; choose another name.`,
      {
        field: 'name',
      },
    );
  }
}
