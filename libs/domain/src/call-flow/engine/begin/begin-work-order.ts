import { normaliseChinesePhone } from '../../../shared';
import type { OpenWorkOrderNode } from '../../document/flow-document';
import { APPLICATION_KINDS } from '../../document/vocabulary';
import { writeText } from '../../text/write-text';
import type { FlowEffect } from '../flow-effect';
import type { FlowEvent } from '../flow-event';
import type { FlowValue } from '../flow-state';
import { LIMITS } from '../limits';
import { speakingContext } from '../speaking-context';
import type { Onward, Turn } from '../turn';

/** Orders it; `again` the one that was ordered before a crash, under the same number. */
export function beginWorkOrder(turn: Turn, node: OpenWorkOrderNode, again = false): Onward {
  if (!again) turn.state.orders += 1;
  return turn.wait('work-order', LIMITS.workOrderMs, (step) => orderOf(turn, node, step));
}

function orderOf(turn: Turn, node: OpenWorkOrderNode, step: number): FlowEffect {
  const { state } = turn;
  const { account, facts } = state;
  const anonymous = state.anonymous || node.anonymous === true;
  const text = turn.flow.orders[state.node];
  const phone = node.callBack === undefined ? facts.from : telephoneNumber(state.values[node.callBack]);
  const application = APPLICATION_KINDS.find(
    (kind) => node.application !== undefined && kind === state.values[node.application],
  );
  return {
    type: 'open-work-order',
    step,
    ordinal: state.orders,
    order: node.order,
    text: text ? writeText(text, speakingContext(state).values) : node.text,
    anonymous,
    ...(anonymous || !account ? {} : { accountNo: account.accountNo }),
    ...(anonymous || account?.areaCode === undefined ? {} : { areaCode: account.areaCode }),
    ...(anonymous || phone === undefined ? {} : { phone }),
    ...(application === undefined ? {} : { application }),
    recordings: state.attached,
  };
}

/** E.164; undefined when what was keyed is no telephone number: the order's text may tell it all the same. */
function telephoneNumber(keyed: FlowValue | undefined): string | undefined {
  const phone = typeof keyed === 'string' ? normaliseChinesePhone(keyed) : undefined;
  return phone?.ok === true ? phone.e164 : undefined;
}

export function workOrderOpened(
  turn: Turn,
  node: OpenWorkOrderNode,
  { number, queryCode }: Extract<FlowEvent, { type: 'work-order-opened' }>,
): Onward {
  const { 'workOrder.number': _, 'workOrder.queryCode': __, ...values } = turn.state.values;
  turn.state.values = {
    ...values,
    ...(number === '' ? {} : { 'workOrder.number': number }),
    ...(queryCode === '' ? {} : { 'workOrder.queryCode': queryCode }),
  };
  turn.state.attached = [];
  if (node.completes !== undefined) turn.emit({ type: 'note', completed: node.completes });
  return node.opened;
}
