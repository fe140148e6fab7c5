import { Controller, Inject } from '@nestjs/common';
import {
  COMMON_ERRORS,
  DecidePunch,
  DecidePunchRequest,
  type PunchView,
  type RequestContext,
  VoidPunch,
  VoidPunchRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { People } from '../people/people';
import { punchNotFound, punchSettled, toPunchView } from '../punch-views';
import { type Punch, Punches } from '../punches.port';
import { ChangeDays } from '../record-punch/change-days';

@Controller()
export class DecidePunchHandler {
  constructor(
    private readonly people: People,
    private readonly punches: Punches,
    private readonly change: ChangeDays,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(DecidePunch)
  decide(request: DecidePunchRequest, context: RequestContext): Promise<PunchView> {
    const { punchId, decision, note, reopenReason } = request;
    if (decision === 'refuse' && note === undefined) {
      throw new DomainError(COMMON_ERRORS.invalid, 'A refusal needs a note that says why.', {
        fields: [{ field: 'note', problems: ['must be given with a refusal'] }],
      });
    }
    return this.settle(punchId, 'requested', context, async (punch, event) => {
      const told = { ...event, ...(note !== undefined && { note }) };
      if (decision === 'refuse')
        return this.punches.settle(punch.id, 'refused', { ...told, kind: 'refused' });
      await this.punches.settle(punch.id, 'valid', { ...told, kind: 'approved' });
      const replaced = punch.replaces === undefined ? undefined : await this.punches.lock(punch.replaces);
      if (replaced?.state === 'valid')
        await this.punches.settle(replaced.id, 'void', {
          ...event,
          kind: 'voided',
          note: punch.reason ?? punch.id,
        });
      await this.reckon(punch, replaced, reopenReason, context);
    });
  }

  @Handles(VoidPunch)
  void({ punchId, reason, reopenReason }: VoidPunchRequest, context: RequestContext): Promise<PunchView> {
    return this.settle(punchId, 'valid', context, async (punch, event) => {
      await this.punches.settle(punch.id, 'void', { ...event, kind: 'voided', note: reason });
      await this.reckon(punch, undefined, reopenReason, context);
    });
  }

  private settle(
    punchId: string,
    state: Punch['state'],
    context: RequestContext,
    work: (punch: Punch, event: { readonly at: Date; readonly by: string }) => Promise<void>,
  ): Promise<PunchView> {
    return this.work.inTransaction(async () => {
      const punch = await this.punches.lock(punchId);
      if (!punch) throw punchNotFound(punchId);
      await this.people.another(punch.staffNumber, context);
      if (punch.state !== state) throw punchSettled(punch);
      await work(punch, { at: this.clock.now(), by: context.actor.id });
      return toPunchView((await this.punches.find(punchId)) ?? punch);
    });
  }

  private async reckon(
    { staffNumber, at }: Punch,
    replaced: Punch | undefined,
    reopenReason: string | undefined,
    { actor }: RequestContext,
  ): Promise<void> {
    const [from, to] = [at, replaced?.at ?? at].sort((one, other) => one.getTime() - other.getTime());
    if (!from || !to) return;
    await this.change.execute({
      staffNumber,
      from,
      to,
      by: actor.id,
      ...(reopenReason !== undefined && { reopenReason }),
    });
  }
}
