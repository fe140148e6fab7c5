import { Inject, Injectable } from '@nestjs/common';
import { IDENTITY_ERRORS, type ReadIdentityReply, type RequestContext } from '@switchyard/contracts';
import { mayRead, type ReadingRefusal, readingStateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { readingNotFound, readingWrongState } from '../anonymity-errors';
import { IdentityAudit } from '../audit/identity-audit.port';
import { Identities } from '../identities.port';
import { IdentityCipher } from '../keys/identity-cipher';
import { Readings, type Reading } from '../readings.port';

/**
 * Reads an identity: the request is used up and the reading audited in the transaction that opens it, so that nothing
 * is shown that was not written down. Where the key is missing nothing is used up.
 * @throws DomainError of `ReadIdentity`
 */
@Injectable()
export class ReadIdentityUseCase {
  constructor(
    private readonly readings: Readings,
    private readonly identities: Identities,
    private readonly cipher: IdentityCipher,
    private readonly audit: IdentityAudit,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(requestId: string, { actor, correlationId }: RequestContext): Promise<ReadIdentityReply> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const reading = await this.readings.lock(requestId);
      if (!reading) throw readingNotFound(requestId);
      const may = mayRead(reading, actor.id, now);
      if (!may.ok) throw refusalOf(may.error, reading, now);
      const { number, reason } = reading;
      const kept = await this.identities.find(number);
      if (!kept) throw new Error(`the identity of ${number} is lost`);
      const identity = await this.cipher.unseal(kept, number);
      await this.readings.save({ ...reading, state: 'read', readAt: now });
      await this.audit.add({
        at: now,
        action: 'read',
        actor: actor.id,
        number,
        requestId,
        reason,
        correlationId,
      });
      return { ...identity, number, readAt: now.toISOString() };
    });
  }
}

function refusalOf(refusal: ReadingRefusal, reading: Reading, now: Date): DomainError {
  switch (refusal) {
    case 'not-yours':
      return new DomainError(IDENTITY_ERRORS.notYours, 'Only who asked reads; make a request of your own.');
    case 'expired':
      return new DomainError(IDENTITY_ERRORS.expired, 'The time of the request is over; make a new one.', {
        until: reading.until.toISOString(),
      });
    case 'already-read':
      return readingWrongState('read', 'an approval is good for one reading; make a new request');
    case 'not-approved':
      return readingWrongState(readingStateAt(reading, now), 'a second person must approve it first');
  }
}
