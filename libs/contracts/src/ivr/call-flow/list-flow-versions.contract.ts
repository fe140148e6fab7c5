import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { FlowName } from './fields';
import { FlowVersionView } from './flow-version.view';

export class ListFlowVersionsRequest extends PageRequest {
  @FlowName()
  name: string;
}

export class FlowVersionPage extends PageOf(FlowVersionView, 'One page') {}

/** Versions of one flow, the newest first. */
export const ListFlowVersions = operation({
  subject: 'ivr.query.list-flow-versions.v1',
  request: ListFlowVersionsRequest,
  reply: FlowVersionPage,
});
