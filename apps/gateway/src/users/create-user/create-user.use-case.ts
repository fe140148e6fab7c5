import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, Passwords } from '@switchyard/platform';
import type { Role } from '../../access/permissions';
import { normalisedName } from '../user-name';
import { Users, type User } from '../users.port';

export interface CreateUserCommand {
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/** @throws DomainError `user.already-exists` */
@Injectable()
export class CreateUserUseCase {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ name, displayName, roles, password }: CreateUserCommand): Promise<User> {
    const now = this.clock.now();
    const user: User = {
      ...{ id: randomUUID(), name: normalisedName(name), displayName, roles, active: true },
      ...{ passwordHash: await this.passwords.hash(password), createdAt: now, updatedAt: now },
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
