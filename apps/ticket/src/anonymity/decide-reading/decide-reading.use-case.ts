import { Inject, Injectable } from '@nestjs/common';
import {
  type DecideIdentityReadingRequest,
  IDENTITY_ERRORS,
  type IdentityAction,
  type IdentityDecision,
  type IdentityReadingView,
  type RequestContext,
} from '@switchyard/contracts';
import { mayDecide, type ReadingFacts, readingStateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { assertReason, readingNotFound, readingWrongState } from '../anonymity-errors';
import { IdentityAudit } from '../audit/identity-audit.port';
import { toReadingView } from '../reading-view';
import { Readings, type Reading } from '../readings.port';

const MINUTE_MS = 60_000;

interface Decided {
  readonly state: ReadingFacts['state'];
  readonly action: IdentityAction;
}

const DECIDED: Readonly<Record<IdentityDecision, Decided>> = {
  approve: { state: 'approved', action: 'approved' },
  refuse: { state: 'refused', action: 'refused' },
  withdraw: { state: 'withdrawn', action: 'withdrawn' },
};

/** A second person decides; who asked withdraws (§5). @throws DomainError of `DecideIdentityReading` */
@Injectable()
export class DecideReadingUseCase {
  constructor(
    private readonly readings: Readings,
    private readonly audit: IdentityAudit,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(
    { requestId, decision, reason }: DecideIdentityReadingRequest,
    { actor, correlationId }: RequestContext,
  ): Promise<IdentityReadingView> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const reading = await this.readings.lock(requestId);
      if (!reading) throw readingNotFound(requestId);
      const policy = await this.policies.identityReading(now);
      if (decision === 'withdraw') assertWithdrawable(reading, actor.id, now);
      else {
        assertDecidable(reading, actor.id, now);
        assertReason(reason, policy.reasonLength);
      }
      const { state, action } = DECIDED[decision];
      const decided: Reading = {
        ...reading,
        state,
        ...(decision === 'approve' && {
          until: new Date(now.getTime() + policy.approvalMinutes * MINUTE_MS),
        }),
        decidedBy: actor.id,
        decidedAt: now,
        decisionReason: reason,
      };
      await this.readings.save(decided);
      const { number } = reading;
      await this.audit.add({ at: now, action, actor: actor.id, number, requestId, reason, correlationId });
      return toReadingView(decided, now);
    });
  }
}

function assertDecidable(reading: Reading, actor: string, now: Date): void {
  const may = mayDecide(reading, actor, now);
  if (may.ok) return;
  switch (may.error) {
    case 'own-request':
      throw new DomainError(
        IDENTITY_ERRORS.ownRequest,
        'Nobody decides about a request of their own; ask somebody else who may approve.',
      );
    case 'not-in-state':
      throw readingWrongState(readingStateAt(reading, now), 'a new request is needed');
  }
}

function assertWithdrawable(reading: Reading, actor: string, now: Date): void {
  if (reading.requestedBy !== actor) {
    throw new DomainError(IDENTITY_ERRORS.notYours, 'Only who asked withdraws a request; refuse it instead.');
  }
  const state = readingStateAt(reading, now);
  if (state !== 'pending' && state !== 'approved') throw readingWrongState(state, 'it has ended already');
}
