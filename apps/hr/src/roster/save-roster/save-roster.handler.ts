import { Controller } from '@nestjs/common';
import { type RequestContext, type RosterView, SaveRoster, SaveRosterRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toCell } from '../cells';
import { toRosterView } from '../roster-views';
import { SaveDraft } from './save-draft';

@Controller()
export class SaveRosterHandler {
  constructor(private readonly save: SaveDraft) {}

  @Handles(SaveRoster)
  async handle(request: SaveRosterRequest, { actor }: RequestContext): Promise<RosterView> {
    const { rosterId, revision, replaceAll } = request;
    const cells = request.cells.map(toCell);
    const out = replaceAll === true ? ('all' as const) : cells;
    return toRosterView(await this.save.cells({ rosterId, revision, out, by: actor.id }, cells));
  }
}
