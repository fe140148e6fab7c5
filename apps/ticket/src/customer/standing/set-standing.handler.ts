import { Controller, Inject } from '@nestjs/common';
import {
  AccountRegistered,
  type AccountView,
  type RequestContext,
  SetStanding,
  SetStandingRequest,
  STANDING_ERRORS,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, Outbox, UnitOfWork } from '@switchyard/platform';
import { toAccountView } from '../account-view';
import { accountNotFound } from './standing-errors';
import { type StandingByHand, Standings } from './standings.port';

@Controller()
export class SetStandingHandler {
  constructor(
    private readonly standings: Standings,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SetStanding)
  handle(request: SetStandingRequest, context: RequestContext): Promise<AccountView> {
    const { accountNo, reason } = request;
    const now = this.clock.now();
    const standing = standingOf(request, now);
    return this.work.inTransaction(async () => {
      const by = { actor: context.actor.id, reason };
      const account = await this.standings.set(accountNo, standing, by, now);
      if (!account) throw accountNotFound(accountNo);
      const view = toAccountView(account);
      await this.outbox.append(AccountRegistered, view, context);
      return view;
    });
  }
}

/** @throws DomainError `standing.nothing-given`, `standing.until-in-past` */
function standingOf(request: SetStandingRequest, now: Date): StandingByHand {
  const { valueTier, valueTierUntil, listFlag, important } = request;
  if (valueTier === undefined && listFlag === undefined && important === undefined) {
    throw new DomainError(
      STANDING_ERRORS.nothingGiven,
      'Give at least one of valueTier, listFlag, important.',
      {
        field: 'valueTier',
      },
    );
  }
  const until = valueTierUntil === undefined ? undefined : new Date(valueTierUntil);
  if (until && until <= now) {
    throw new DomainError(STANDING_ERRORS.untilPast, 'valueTierUntil lies in the past; give a later time.', {
      field: 'valueTierUntil',
    });
  }
  return {
    ...(valueTier !== undefined && { valueTier }),
    ...(until && { valueTierUntil: until }),
    ...(listFlag !== undefined && { listFlag }),
    ...(important !== undefined && { important }),
  };
}
