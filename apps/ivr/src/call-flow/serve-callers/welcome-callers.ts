import { type Logger, TimeoutError, withTimeout } from '@switchyard/platform';
import type { TelephonyNode } from '../../telephony/telephony.port';
import type { InboundCalls } from '../inbound-calls/inbound-calls.port';
import type { PublishedFlows } from '../published-flows/published-flows';
import type { CallRunner } from '../run-call/call-runner';
import type { LineEvent, ReturnEvent } from '../run-call/runner-parts';
import { withoutFlow } from '../run-call/without-flow';

/** Milliseconds. */
const PATIENCE = { notice: 5_000, state: 1_500 } as const;

export interface WelcomeCallersParts {
  readonly runner: CallRunner;
  readonly flows: PublishedFlows;
  readonly calls: Pick<InboundCalls, 'find'>;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
}

/** How a call gets into its flow: from the line, or back from the queue. */
export class WelcomeCallers {
  constructor(private readonly parts: WelcomeCallersParts) {}

  /**
   * Whoever missed a notice call hears the notice (T1.8), everybody else the menu. `isOurs`: asked once something was
   * waited for. @returns whether the notice is told: the flow goes on after it
   */
  async fromTheLine(
    node: TelephonyNode,
    event: LineEvent,
    isOurs: () => boolean,
    tellNotice: (stillWanted: () => boolean) => Promise<boolean>,
  ): Promise<boolean> {
    const { runner, flows, logger } = this.parts;
    if (runner.has(event.callId)) return false;
    if (event.from !== '' && (await this.hearsNotice(event.callId, tellNotice))) return true;
    if (!isOurs()) return false;
    const route = flows.routeOf(event.to);
    if (route) {
      runner.begin(node, event, route);
    } else {
      logger.error('no call flow is in force: a caller is queued', { callId: event.callId });
      await node.enqueue(event.callId, withoutFlow('zh-CN'));
    }
    return false;
  }

  /** The flow goes on as it was; where nothing is known of it any more, with what follows a queue. */
  async fromTheQueue(node: TelephonyNode, event: ReturnEvent, isOurs: () => boolean): Promise<void> {
    const { runner, flows, logger } = this.parts;
    const inMemory = runner.all.find(({ callId }) => callId === event.callId);
    if (inMemory) return runner.comeBack(inMemory, event);
    const stored = await this.storedState(event.callId);
    if (!isOurs()) return;
    if (stored)
      return runner.comeBack(runner.recall(node, stored.record, stored.state, stored.version), event);
    const route = flows.routeOf(event.to);
    if (route) return runner.beginAfterQueue(node, event, route);
    logger.error('no call flow is in force: a caller is hung up', { callId: event.callId });
    await node.hangUp(event.callId);
  }

  /** A caller does not wait for our database: without an answer in time the notice is left for another day. */
  private async hearsNotice(
    callId: string,
    tellNotice: (stillWanted: () => boolean) => Promise<boolean>,
  ): Promise<boolean> {
    let wanted = true;
    try {
      return await withTimeout(
        tellNotice(() => wanted),
        PATIENCE.notice,
        'asking for missed notices',
      );
    } catch (error) {
      wanted = false;
      this.parts.logger.warn('missed notices could not be asked for', {
        callId,
        late: error instanceof TimeoutError,
        err: error,
      });
      return false;
    }
  }

  private async storedState(callId: string) {
    const { calls, flows, logger } = this.parts;
    try {
      const [record] = await withTimeout(calls.find([callId]), PATIENCE.state, 'reading a call');
      if (!record?.flowState || record.flowVersionId === null) return undefined;
      const version = await withTimeout(flows.byId(record.flowVersionId), PATIENCE.state, 'reading a flow');
      return version && { record, state: record.flowState, version };
    } catch (error) {
      logger.error('the state of a call could not be read', { callId, err: error });
      return undefined;
    }
  }
}
