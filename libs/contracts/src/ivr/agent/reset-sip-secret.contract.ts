import { operation } from '../../kernel/contract';
import { AgentReference } from './agent-reference';
import { SipAccountView } from './agent.view';
import { AGENT_ERRORS } from './errors';

/** Replaces the secret on every PBX node; the phone registers again with the new one. */
export const ResetSipSecret = operation({
  subject: 'ivr.command.reset-sip-secret.v1',
  request: AgentReference,
  reply: SipAccountView,
  errors: [AGENT_ERRORS.notFound, AGENT_ERRORS.inactive],
});
