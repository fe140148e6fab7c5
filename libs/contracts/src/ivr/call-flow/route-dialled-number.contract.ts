import { operation } from '../../kernel/contract';
import { DialledNumberRoute, DialledNumberView } from './dialled-number.view';
import { CALL_FLOW_ERRORS } from './errors';

/** Sets where a dialled number leads, for calls that begin from now on. */
export const RouteDialledNumber = operation({
  subject: 'ivr.command.route-dialled-number.v1',
  request: DialledNumberRoute,
  reply: DialledNumberView,
  errors: [CALL_FLOW_ERRORS.flowNotFound, CALL_FLOW_ERRORS.entryUnknown],
});
