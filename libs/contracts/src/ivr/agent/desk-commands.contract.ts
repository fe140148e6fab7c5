import { ApiProperty } from '@nestjs/swagger';
import { Length, Matches } from 'class-validator';
import { operation } from '../../kernel/contract';
import { AgentReference, DeskRequest } from './agent-reference';
import { AgentView } from './agent.view';
import { AGENT_ERRORS } from './errors';
import { AWAY_CODE } from './words';

const DESK_ERRORS = [
  AGENT_ERRORS.notFound,
  AGENT_ERRORS.accountIsNoAgent,
  AGENT_ERRORS.wrongState,
  AGENT_ERRORS.notYours,
] as const;

/** Leaves the desk, once the relief that the shift leader named has signed in and nothing is left to hand over (§7). */
export const SignOutAgent = operation({
  subject: 'ivr.command.sign-out-agent.v1',
  request: DeskRequest,
  reply: AgentView,
  errors: [
    ...DESK_ERRORS,
    AGENT_ERRORS.reliefNotNamed,
    AGENT_ERRORS.reliefNotSignedIn,
    AGENT_ERRORS.handoverOpen,
    AGENT_ERRORS.handoverUnknown,
  ],
});

export class ForceSignOutAgentRequest extends AgentReference {
  @ApiProperty({ description: 'Why', maxLength: 200 })
  @Length(1, 200)
  reason: string;
}

/** The shift leader signs an agent out, whatever the relief; a call in hand is finished first. */
export const ForceSignOutAgent = operation({
  subject: 'ivr.command.force-sign-out-agent.v1',
  request: ForceSignOutAgentRequest,
  reply: AgentView,
  errors: DESK_ERRORS,
});

/** Takes calls from now on; ends after-call work, and takes back an `away` that was to follow the call. */
export const SetAgentReady = operation({
  subject: 'ivr.command.set-agent-ready.v1',
  request: DeskRequest,
  reply: AgentView,
  errors: DESK_ERRORS,
});

export class SetAgentAwayRequest extends DeskRequest {
  @ApiProperty({ description: 'Code of an away reason', example: 'meal' })
  @Matches(AWAY_CODE, { message: 'must be small letters and dashes' })
  reason: string;
}

/** Takes no calls; during a call: after it and its after-call work. */
export const SetAgentAway = operation({
  subject: 'ivr.command.set-agent-away.v1',
  request: SetAgentAwayRequest,
  reply: AgentView,
  errors: [...DESK_ERRORS, AGENT_ERRORS.awayReasonUnknown],
});

/** Ends after-call work before its limit. */
export const FinishAfterCallWork = operation({
  subject: 'ivr.command.finish-after-call-work.v1',
  request: DeskRequest,
  reply: AgentView,
  errors: DESK_ERRORS,
});
