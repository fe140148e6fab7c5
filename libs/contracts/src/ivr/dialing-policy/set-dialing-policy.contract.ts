import { operation } from '../../kernel/contract';
import { Day } from '../../ticket/fields';
import { DialingPolicyReference, DialingPolicyVersionView, PolicyDocument } from './dialing-policy.view';
import { DIALING_POLICY_ERRORS } from './errors';

export class SetDialingPolicyRequest extends DialingPolicyReference {
  @Day('First day on which it holds, in China; today or later')
  validFrom: string;

  @PolicyDocument('The whole document')
  document: Record<string, unknown>;
}

/**
 * Adds a version of a policy, or a new policy. What holds from today on reaches the dialer within seconds, and all
 * contacts not yet dialled (T2.7); nothing that was set before is rewritten.
 */
export const SetDialingPolicy = operation({
  subject: 'ivr.command.set-dialing-policy.v1',
  request: SetDialingPolicyRequest,
  reply: DialingPolicyVersionView,
  errors: [DIALING_POLICY_ERRORS.invalid, DIALING_POLICY_ERRORS.inPast],
});
