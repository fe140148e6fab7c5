import { Controller } from '@nestjs/common';
import {
  AnswerOvertime,
  AnswerOvertimeRequest,
  DecideOvertime,
  DecideOvertimeRequest,
  ListOvertime,
  ListOvertimeRequest,
  ListOwnOvertime,
  OvertimeReference,
  type OvertimePage,
  type OvertimeView,
  OwnOvertimeRequest,
  ProposeOvertime,
  ProposeOvertimeRequest,
  RecordOvertime,
  RecordOvertimeRequest,
  type RequestContext,
  WithdrawOvertime,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { ActOnOvertime } from './act-on-overtime';
import { toOvertimeView } from './overtime-view';
import { Overtimes } from './overtimes.port';
import { ProposeOvertimeUseCase } from './propose-overtime';

@Controller()
export class OvertimeHandler {
  constructor(
    private readonly overtimes: Overtimes,
    private readonly proposing: ProposeOvertimeUseCase,
    private readonly acts: ActOnOvertime,
    private readonly members: Members,
  ) {}

  @Handles(ProposeOvertime)
  async propose(request: ProposeOvertimeRequest, context: RequestContext): Promise<OvertimeView> {
    return toOvertimeView(await this.proposing.execute(request, context));
  }

  @Handles(AnswerOvertime)
  async answer(
    { overtimeId, consent }: AnswerOvertimeRequest,
    context: RequestContext,
  ): Promise<OvertimeView> {
    return toOvertimeView(await this.acts.answer(overtimeId, consent, context));
  }

  @Handles(DecideOvertime)
  async decide(
    { overtimeId, approve, reason }: DecideOvertimeRequest,
    context: RequestContext,
  ): Promise<OvertimeView> {
    return toOvertimeView(await this.acts.decide(overtimeId, approve, reason, context));
  }

  @Handles(RecordOvertime)
  async record(
    { overtimeId, minutes }: RecordOvertimeRequest,
    context: RequestContext,
  ): Promise<OvertimeView> {
    return toOvertimeView(await this.acts.record(overtimeId, minutes, context));
  }

  @Handles(WithdrawOvertime)
  async withdraw({ overtimeId }: OvertimeReference): Promise<OvertimeView> {
    return toOvertimeView(await this.acts.withdraw(overtimeId));
  }

  @Handles(ListOvertime)
  async list({ limit, cursor, order, ...filter }: ListOvertimeRequest): Promise<OvertimePage> {
    const page = await this.overtimes.list(filter, { limit, cursor, order });
    return { ...page, items: page.items.map(toOvertimeView) };
  }

  @Handles(ListOwnOvertime)
  async own(
    { limit, cursor, order, ...filter }: OwnOvertimeRequest,
    context: RequestContext,
  ): Promise<OvertimePage> {
    const { staffNumber } = await this.members.acting(context);
    const page = await this.overtimes.list({ ...filter, staffNumber }, { limit, cursor, order });
    return { ...page, items: page.items.map(toOvertimeView) };
  }
}
