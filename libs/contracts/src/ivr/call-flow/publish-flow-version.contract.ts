import { operation } from '../../kernel/contract';
import { CALL_FLOW_ERRORS } from './errors';
import { FlowVersionReference } from './flow-version-reference';
import { FlowVersionView } from './flow-version.view';

/** New calls begin with this version within two seconds; calls in progress keep theirs (T1.2). */
export const PublishFlowVersion = operation({
  subject: 'ivr.command.publish-flow-version.v1',
  request: FlowVersionReference,
  reply: FlowVersionView,
  errors: [
    CALL_FLOW_ERRORS.versionNotFound,
    CALL_FLOW_ERRORS.alreadyPublished,
    CALL_FLOW_ERRORS.invalid,
    CALL_FLOW_ERRORS.entryInUse,
  ],
});
