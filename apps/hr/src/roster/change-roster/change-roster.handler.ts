import { Controller } from '@nestjs/common';
import {
  AnswerRosterChange,
  AnswerRosterChangeRequest,
  ChangeRoster,
  ChangeRosterRequest,
  ListRosterChanges,
  ListRosterChangesRequest,
  type RequestContext,
  type RosterChangePage,
  RosterChangeReference,
  type RosterChangeView,
  WithdrawRosterChange,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toCell } from '../cells';
import { RosterChanges } from '../changes.port';
import { OwnStaff } from '../own-staff';
import { toChangeView } from '../roster-views';
import { AnswerChangeUseCase } from './answer-change.use-case';
import { ChangeRosterUseCase } from './change-roster.use-case';

@Controller()
export class ChangeRosterHandler {
  constructor(
    private readonly change: ChangeRosterUseCase,
    private readonly answer: AnswerChangeUseCase,
    private readonly changes: RosterChanges,
    private readonly own: OwnStaff,
  ) {}

  @Handles(ChangeRoster)
  async ask(
    { rosterId, cells, reason }: ChangeRosterRequest,
    context: RequestContext,
  ): Promise<RosterChangeView> {
    return toChangeView(await this.change.execute(rosterId, cells.map(toCell), reason, context));
  }

  @Handles(AnswerRosterChange)
  async say(request: AnswerRosterChangeRequest, context: RequestContext): Promise<RosterChangeView> {
    return toChangeView(await this.answer.execute(request.changeId, request.answer, context));
  }

  @Handles(WithdrawRosterChange)
  async withdraw({ changeId }: RosterChangeReference): Promise<RosterChangeView> {
    return toChangeView(await this.answer.withdraw(changeId));
  }

  @Handles(ListRosterChanges)
  async list(request: ListRosterChangesRequest, context: RequestContext): Promise<RosterChangePage> {
    const { own, limit = 50, cursor, ...filter } = request;
    const asks = own === true ? (await this.own.of(context)).staffNumber : undefined;
    const page = await this.changes.list({ ...filter, ...(asks !== undefined && { asks }) }, limit, cursor);
    return { ...page, items: page.items.map(toChangeView) };
  }
}
