import { Controller } from '@nestjs/common';
import {
  type CallOnScreen,
  type DeskRequest,
  type DeskView,
  GetDesk,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Agents } from '../agents/agents.port';
import { DeskHandler } from '../presence/desk-handler';
import { deskOf, Desks } from '../presence/desks';
import { type CallRow, CallsOnScreen } from './calls-on-screen.port';
import { type KnownCases, OpenCases } from './open-cases';

/** Seconds of ringing after which an agent apologises (§13). */
const LONG_RINGING = 12;
const NO_CASES: KnownCases = { cases: [], known: true };

@Controller()
export class GetDeskHandler extends DeskHandler {
  constructor(
    agents: Agents,
    desks: Desks,
    private readonly calls: CallsOnScreen,
    private readonly cases: OpenCases,
  ) {
    super(agents, desks);
  }

  @Handles(GetDesk)
  async handle({ agentId }: DeskRequest, context: RequestContext): Promise<DeskView> {
    const agent = await deskOf(this.agents, agentId, context);
    const { callId } = agent.presence.state;
    const view = await this.view(agent);
    return callId === undefined
      ? { agent: view }
      : { agent: view, call: await this.onScreen(callId, context) };
  }

  private async onScreen(callId: string, context: RequestContext): Promise<CallOnScreen> {
    const call = await this.calls.find(callId);
    const cases = call.accountNo === null ? NO_CASES : await this.cases.of(call.accountNo, context);
    return toView(call, cases);
  }
}

function toView(call: CallRow, { cases, known }: KnownCases): CallOnScreen {
  return {
    callId: call.callId,
    queue: call.queue ?? undefined,
    enteredAt: call.enteredAt?.toISOString(),
    waitedSeconds: waited(call),
    apologise: (call.ringSeconds ?? 0) > LONG_RINGING,
    phone: call.phone ?? undefined,
    anonymous: call.anonymous,
    accountNo: call.accountNo ?? undefined,
    identifiedBy: call.identifiedBy ?? undefined,
    valueTier: call.valueTier ?? undefined,
    listFlag: call.listFlag ?? undefined,
    important: call.important ?? undefined,
    language: call.language ?? undefined,
    asked: call.asked.map(({ what, at }) => ({ what, at })),
    openCases: [...cases],
    casesKnown: known,
  };
}

function waited({ enteredAt, connectedAt }: CallRow): number | undefined {
  if (!enteredAt || !connectedAt) return undefined;
  return Math.max(0, (connectedAt.getTime() - enteredAt.getTime()) / 1000);
}
