import type { FlowStep } from '@switchyard/domain';
import type { TelephonyNode } from '../../telephony/telephony.port';
import type { EndReason, InboundCall } from '../inbound-calls/inbound-call';
import { type CallRoute, deskOf } from '../published-flows/flow-in-force';
import type { CallInFlow } from './call-in-flow';
import { recordAfter } from './record-after';
import type { Arrival } from './runner-parts';

export interface Beginning extends Arrival {
  readonly node: TelephonyNode;
  readonly route: CallRoute;
  readonly step: FlowStep;
}

/** What is stored of a call that begins. */
export function newRecord({ node, callId, from, to, at, route, step }: Beginning): InboundCall {
  const blank: InboundCall = {
    callId,
    node: node.name,
    fromNumber: from === '' ? null : from,
    dialled: to,
    desk: deskOf(route),
    language: step.state.language,
    startedAt: new Date(at),
    endedAt: null,
    accountNo: null,
    identifiedBy: null,
    valueTier: null,
    listFlag: null,
    important: null,
    queue: null,
    recording: null,
    agent: null,
    asked: [],
    flowVersionId: route.version.versionId,
    flowState: null,
    phase: 'menu',
    selfServiceCompleted: false,
    orders: 0,
    anonymous: false,
    endReason: null,
  };
  return recordAfter(blank, step.state, step.effects, at);
}

/** Why a call ended whose caller's channel is gone. A talk with an agent is known to the store alone. */
export function reasonOf({ state, record }: CallInFlow): EndReason {
  if (state.waits === 'hang-up') return 'completed';
  if (state.waits === 'transfer') return 'transferred';
  return record.phase === 'after-agent' ? 'served' : 'caller-hung-up';
}
