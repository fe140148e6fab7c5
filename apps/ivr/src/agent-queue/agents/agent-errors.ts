import { AGENT_ERRORS } from '@switchyard/contracts';
import type { AgentActionRefusal, AgentStateName } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { NameTaken } from './agents.port';

export const agentNotFound = (): DomainError =>
  new DomainError(AGENT_ERRORS.notFound, 'There is no agent with this id; GET /agents lists them.');

export const agentInactive = (): DomainError =>
  new DomainError(AGENT_ERRORS.inactive, 'The agent works here no more; change `active` first.');

export function refusedInState(refusal: AgentActionRefusal, state: AgentStateName): DomainError {
  return new DomainError(AGENT_ERRORS.wrongState, REMEDIES[refusal], { state, refusal });
}

const REMEDIES: Readonly<Record<AgentActionRefusal, string>> = {
  'not-signed-in': 'The agent is not signed in; sign in first.',
  'call-in-hand': 'A call is in hand; finish it first.',
  'no-after-call-work': 'There is no after-call work to finish.',
};

export function nameTaken(which: NameTaken): DomainError {
  switch (which) {
    case 'work-no':
      return new DomainError(AGENT_ERRORS.workNoTaken, 'Another agent has this work number; choose another.');
    case 'account':
      return new DomainError(
        AGENT_ERRORS.accountTaken,
        'This sign-in account is another agent already; an account is one agent.',
      );
    case 'sip-user':
      return new DomainError(AGENT_ERRORS.noExtensionLeft, 'No extension from 1000 to 8999 is left.');
  }
}
