import { Injectable } from '@nestjs/common';
import { HANDOVER_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { permissionsOf } from '../access/roles';
import { Users } from '../users/users.port';

/** Whoever takes over a shift can sign in and may accept it: a name that was typed wrongly would wait for nobody. */
@Injectable()
export class KnownRelief {
  constructor(private readonly users: Users) {}

  /** @throws DomainError `handover.relief-unknown` */
  async assert(relief: string): Promise<void> {
    const user = await this.users.findByName(relief.toLowerCase());
    if (user?.active && permissionsOf(user.roles).includes('handover:write')) return;
    throw new DomainError(
      HANDOVER_ERRORS.reliefUnknown,
      `There is no sign-in account ${relief} that is in use and may take a shift over; name the leader who comes.`,
      { field: 'relief', relief },
    );
  }
}
