import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  type PunchView,
  RecordPunch,
  RecordPunchRequest,
  type RequestContext,
  RequestPunch,
  RequestPunchRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { People } from '../people/people';
import { CENTRE_ZONE, punchNotFound, punchSettled, toPunchView } from '../punch-views';
import { Punches } from '../punches.port';
import { AddPunch } from './add-punch';
import { ChangeDays } from './change-days';

@Controller()
export class RecordPunchHandler {
  constructor(
    private readonly people: People,
    private readonly punches: Punches,
    private readonly add: AddPunch,
    private readonly change: ChangeDays,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RequestPunch)
  async request(request: RequestPunchRequest, context: RequestContext): Promise<PunchView> {
    const { staffNumber } = await this.people.self(context);
    return this.work.inTransaction(async () => {
      await this.assertReplaceable(request.replaces, staffNumber);
      const { punch } = await this.add.execute({
        ...this.facts(request, context),
        staffNumber,
        state: 'requested',
        at: new Date(request.at),
        reference: `${staffNumber}:${request.reference}`,
      });
      return toPunchView(punch);
    });
  }

  @Handles(RecordPunch)
  async record(request: RecordPunchRequest, context: RequestContext): Promise<PunchView> {
    const { reopenReason, ...facts } = request;
    const { staffNumber } = await this.people.another(request.staffNumber, context);
    const at = new Date(request.at);
    return this.work.inTransaction(async () => {
      const { punch, isNew } = await this.add.execute({
        ...this.facts(facts, context),
        source: 'manual',
        state: 'valid',
        at,
        reference: `manual:${request.reference}`,
      });
      const by = context.actor.id;
      if (isNew)
        await this.change.execute({
          staffNumber,
          from: at,
          to: at,
          by,
          ...(reopenReason !== undefined && { reopenReason }),
        });
      return toPunchView(punch);
    });
  }

  private facts<Facts extends object>(facts: Facts, { actor }: RequestContext) {
    return {
      ...facts,
      id: randomUUID(),
      zone: CENTRE_ZONE,
      recordedAt: this.clock.now(),
      recordedBy: actor.id,
    };
  }

  /** Only one's own punch that counts can be replaced. */
  private async assertReplaceable(replaces: string | undefined, staffNumber: string): Promise<void> {
    if (replaces === undefined) return;
    const punch = await this.punches.find(replaces);
    if (punch?.staffNumber !== staffNumber) throw punchNotFound(replaces);
    if (punch.state !== 'valid') throw punchSettled(punch);
  }
}
