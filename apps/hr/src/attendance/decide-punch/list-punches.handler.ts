import { Controller } from '@nestjs/common';
import {
  GetPunchHistory,
  ListPunches,
  ListPunchesRequest,
  type PunchHistory,
  type PunchPage,
  PunchReference,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { People } from '../people/people';
import { punchNotFound, toPunchView } from '../punch-views';
import { Punches } from '../punches.port';

@Controller()
export class ListPunchesHandler {
  constructor(
    private readonly people: People,
    private readonly punches: Punches,
  ) {}

  @Handles(ListPunches)
  async list(
    { limit = 50, cursor, ...asked }: ListPunchesRequest,
    context: RequestContext,
  ): Promise<PunchPage> {
    const { from, before, state, source, ...people } = asked;
    const filter = {
      ...(await this.people.filterOf(people, context)),
      ...(from !== undefined && { from: new Date(from) }),
      ...(before !== undefined && { before: new Date(before) }),
      ...(state !== undefined && { state }),
      ...(source !== undefined && { source }),
    };
    const page = await this.punches.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toPunchView) };
  }

  @Handles(GetPunchHistory)
  async history({ punchId }: PunchReference, context: RequestContext): Promise<PunchHistory> {
    const punch = await this.punches.find(punchId);
    if (!punch) throw punchNotFound(punchId);
    await this.people.inSight(punch.staffNumber, context);
    const events = await this.punches.history(punchId);
    return { items: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })) };
  }
}
