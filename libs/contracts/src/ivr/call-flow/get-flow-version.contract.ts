import { operation } from '../../kernel/contract';
import { CALL_FLOW_ERRORS } from './errors';
import { FlowVersionReference } from './flow-version-reference';
import { FlowVersionDetail } from './flow-version.view';

/** One version with its document. */
export const GetFlowVersion = operation({
  subject: 'ivr.query.get-flow-version.v1',
  request: FlowVersionReference,
  reply: FlowVersionDetail,
  errors: [CALL_FLOW_ERRORS.versionNotFound],
});
