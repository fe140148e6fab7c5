import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type AddDoNotCallRequest, BATCH_ERRORS } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { readNumber } from '../contacts/read-number';
import { type DoNotCall, DoNotCalls } from '../do-not-call/do-not-calls.port';

/** Registers a number. Contacts that wait go to hand-off when the dialer checks them next (T2.9). */
@Injectable()
export class AddDoNotCall {
  constructor(
    private readonly register: DoNotCalls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `phone.invalid`, `do-not-call.already-registered` */
  async execute(command: AddDoNotCallRequest, createdBy: string): Promise<DoNotCall> {
    const entry: DoNotCall = {
      id: randomUUID(),
      number: readNumber(command.number),
      kind: command.kind ?? null,
      reason: command.reason,
      source: 'staff',
      createdBy,
      createdAt: this.clock.now(),
      removedBy: null,
      removedAt: null,
    };
    if (await this.register.add(entry)) return entry;
    const first = await this.register.find(entry.number, entry.kind);
    throw new DomainError(
      BATCH_ERRORS.alreadyRegistered,
      `The number is registered already, for ${entry.kind ?? 'every kind'}.`,
      { id: first?.id, since: first?.createdAt.toISOString() },
    );
  }
}
