import { operation } from '../../kernel/contract';
import { CALL_FLOW_ERRORS } from './errors';
import { FlowReference } from './flow-version-reference';
import { FlowVersionView } from './flow-version.view';

/** Publishes again the version that was in force before the present one. */
export const RollBackCallFlow = operation({
  subject: 'ivr.command.roll-back-call-flow.v1',
  request: FlowReference,
  reply: FlowVersionView,
  errors: [CALL_FLOW_ERRORS.flowNotFound, CALL_FLOW_ERRORS.nothingToRollBackTo, CALL_FLOW_ERRORS.entryInUse],
});
