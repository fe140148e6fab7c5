import { OmitType, PickType } from '@nestjs/swagger';
import {
  AgentReference,
  AwayReason,
  ChangeAgentRequest,
  ForceSignOutAgentRequest,
  ListAgentStatesRequest,
  NameReliefRequest,
  SetAgentAwayRequest,
  SignInAgentRequest,
  TransferCallRequest,
} from '@switchyard/contracts';

/** The agent in the path. */
export class AgentPath extends AgentReference {}

export class ChangeAgentBody extends OmitType(ChangeAgentRequest, ['agentId'] as const) {}

export class AgentStatesQuery extends OmitType(ListAgentStatesRequest, ['agentId'] as const) {}

export class ForceSignOutBody extends PickType(ForceSignOutAgentRequest, ['reason'] as const) {}

export class ReliefBody extends OmitType(NameReliefRequest, ['agentId'] as const) {}

export class AwayBody extends PickType(SetAgentAwayRequest, ['reason'] as const) {}

export class SignInBody extends PickType(SignInAgentRequest, ['requirePhone'] as const) {}

export class TransferBody extends OmitType(TransferCallRequest, ['agentId'] as const) {}

export class AwayReasonPath extends PickType(AwayReason, ['code'] as const) {}

export class AwayReasonBody extends OmitType(AwayReason, ['code'] as const) {}
