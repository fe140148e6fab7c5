import type { Clock, Logger } from '@switchyard/platform';
import type { CallRecords } from '../../telephony/call-records';
import type { LiveCall, TelephonyNode } from '../../telephony/telephony.port';
import type { InboundCall } from '../inbound-calls/inbound-call';
import type { InboundCalls, UnseenEnd } from '../inbound-calls/inbound-calls.port';
import type { PublishedFlows } from '../published-flows/published-flows';
import type { CallRunner } from '../run-call/call-runner';
import { withoutFlow } from '../run-call/without-flow';

/** Milliseconds in which a call's own events settle where it is. */
export const SETTLING_IN = 3_000;
/** Milliseconds in which we are told of a caller who came in, if anybody tells us: the process before us may have been. */
export const TOLD_WITHIN = 1_000;

export interface ResumeCallsParts {
  readonly runner: CallRunner;
  readonly calls: InboundCalls;
  readonly flows: PublishedFlows;
  readonly records: CallRecords;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/**
 * After a crash nothing is guessed (T3.2): callers who are still there go on from the stored state, others begin anew,
 * and who is gone has ended.
 */
export class ResumeCalls {
  constructor(private readonly parts: ResumeCallsParts) {}

  /** Those who came in just now, and whom nobody has told us of yet: unless that happens, compare again soon. */
  async execute(node: TelephonyNode, arriving: (callId: string) => boolean): Promise<readonly string[]> {
    const askedAt = this.parts.clock.now().getTime();
    const live = new Map(
      (await node.liveCalls())
        .filter(({ direction }) => direction === 'inbound')
        .map((call) => [call.callId, call]),
    );
    this.compareOwn(node, live, askedAt);
    const unknown = [...live.values()].filter(
      ({ callId }) => !this.parts.runner.has(callId) && !arriving(callId),
    );
    const isSettled = ({ startedAt }: LiveCall) => startedAt.getTime() <= askedAt - TOLD_WITHIN;
    const settled = unknown.filter(isSettled);
    await this.takeOver(node, settled);
    await this.endGone(node, live, arriving);
    return unknown.filter((call) => !isSettled(call)).map(({ callId }) => callId);
  }

  private compareOwn(node: TelephonyNode, live: ReadonlyMap<string, LiveCall>, askedAt: number): void {
    const { runner } = this.parts;
    for (const call of runner.all) {
      if (call.node !== node || call.ended || call.movedAt > askedAt - SETTLING_IN) continue;
      const there = live.get(call.callId);
      if (there) runner.noteWhereabouts(call, there.inHand);
      else runner.endedUnseen(call, new Date(askedAt));
    }
  }

  private async takeOver(node: TelephonyNode, unknown: readonly LiveCall[]): Promise<void> {
    if (unknown.length === 0) return;
    const ids = unknown.map(({ callId }) => callId);
    const told = new Set(await this.parts.calls.toldNotices(ids));
    const stored = new Map((await this.parts.calls.find(ids)).map((call) => [call.callId, call]));
    for (const call of unknown) {
      if (told.has(call.callId)) continue;
      try {
        await this.goOn(node, call, stored.get(call.callId));
      } catch (error) {
        this.parts.logger.error('a caller could not be taken over', { callId: call.callId, err: error });
      }
    }
  }

  /** Callers in the queue stay there: they are found by their id when they come back. */
  private async goOn(node: TelephonyNode, live: LiveCall, record: InboundCall | undefined): Promise<void> {
    if (!live.inHand) return;
    const { runner, flows, logger } = this.parts;
    const { callId, from, to, startedAt, answered } = live;
    const state = record?.phase === 'ended' ? null : record?.flowState;
    const version =
      record && state && record.flowVersionId !== null ? await flows.byId(record.flowVersionId) : undefined;
    if (runner.has(callId)) return;
    if (record && state && version) {
      logger.info('a caller goes on', { callId });
      const call = runner.resume(node, record, state, version, answered);
      if (!call.inHand) runner.noteWhereabouts(call, true);
      return;
    }
    const route = flows.routeOf(to);
    if (!route) return node.enqueue(callId, withoutFlow(record?.language ?? 'zh-CN'));
    logger.info('a caller begins anew', { callId });
    const arrival = { callId, from, to, at: startedAt.getTime() };
    if (answered) runner.beginAnew(node, arrival, route);
    else runner.begin(node, arrival, route);
  }

  private async endGone(
    node: TelephonyNode,
    live: ReadonlyMap<string, LiveCall>,
    arriving: (callId: string) => boolean,
  ): Promise<void> {
    const { calls, records, runner, clock } = this.parts;
    const open = await calls.openOn(node.name);
    const gone = open.filter(({ callId }) => !live.has(callId) && !runner.has(callId) && !arriving(callId));
    if (gone.length === 0) return;
    const found = await records.find(gone.map(({ callId }) => callId));
    const over: UnseenEnd[] = [];
    for (const call of gone) {
      const endedAt = found.get(call.callId)?.endedAt ?? clock.now();
      if (!(await this.finish(node, call, endedAt))) {
        over.push({ callId: call.callId, endedAt, reason: 'unseen' });
      }
    }
    await calls.endUnseen(over);
  }

  /** A message that was being left, or a work order being opened, is not lost with the process that had it. */
  private async finish(node: TelephonyNode, record: InboundCall, endedAt: Date): Promise<boolean> {
    const { flowState: state, flowVersionId, callId } = record;
    if (!state || !flowVersionId || (state.waits !== 'recording' && state.waits !== 'work-order'))
      return false;
    try {
      const version = await this.parts.flows.byId(flowVersionId);
      if (!version) return false;
      this.parts.runner.finishGone(node, record, state, version, endedAt);
      return true;
    } catch (error) {
      this.parts.logger.error('what a caller left could not be finished', { callId, err: error });
      return false;
    }
  }
}
