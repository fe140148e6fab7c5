import { randomUUID } from 'node:crypto';
import { COMMON_ERRORS, OpenWorkOrder } from '@switchyard/contracts';
import { type FlowEffect, type FlowEvent, normaliseChinesePhone } from '@switchyard/domain';
import {
  type Clock,
  DomainError,
  type Logger,
  type OperationClient,
  systemContext,
} from '@switchyard/platform';
import type { HeldCases, HeldWorkOrder } from '../hold-cases/held-cases.port';
import type { QueryCodes } from '../query-codes/query-codes';
import type { Messages } from '../record-messages/messages';

type Order = Extract<FlowEffect, { type: 'open-work-order' }>;
type Outcome = Extract<FlowEvent, { type: 'work-order-opened' | 'work-order-failed' }>;

/** Milliseconds that ticket has; after it the case is held here, and the caller is told that it was taken down. */
const PATIENCE = 2_500;
/** Seconds until a case that could not be delivered is tried again. */
const SOON = 5;
const LONGEST_TEXT = 4_000;

/** Turns what a caller asked for into a work order, once, whatever happens to ticket or to us meanwhile. */
export class OpenWorkOrders {
  constructor(
    private readonly client: Pick<OperationClient, 'call'>,
    private readonly cases: HeldCases,
    private readonly messages: Pick<Messages, 'keyOf' | 'newKey' | 'move'>,
    private readonly queryCodes: Pick<QueryCodes, 'take'>,
    private readonly clock: Clock,
    private readonly logger: Pick<Logger, 'warn' | 'error'>,
  ) {}

  /**
   * `recordings` names what the caller said. Never throws: the caller is told that it was opened, taken down (no
   * number yet), or that it failed.
   */
  async open(callId: string, effect: Order, recordings: readonly string[]): Promise<Outcome> {
    const { step } = effect;
    try {
      if (effect.anonymous) return await this.openUnnamed(callId, effect, recordings);
      const keys = recordings.map((name) => this.messages.keyOf(name));
      return await this.openNow(callId, effect, toWorkOrder(effect, keys));
    } catch (error) {
      // The order holds what the caller said and where to reach them: only a code is told.
      this.logger.error('a work order could not be taken down', { callId, code: codeOf(error) });
      return { type: 'work-order-failed', step };
    }
  }

  private async openNow(callId: string, effect: Order, order: HeldWorkOrder): Promise<Outcome> {
    const { step, ordinal } = effect;
    const reference = `call:${callId}:${ordinal}`;
    const context = systemContext('ivr', callId);
    try {
      const opened = await this.client.call(OpenWorkOrder, { ...order, reference }, context, {
        timeoutMs: PATIENCE,
      });
      return { type: 'work-order-opened', step, number: opened.number, queryCode: opened.queryCode };
    } catch (error) {
      if (!mayComeToBe(error)) throw error;
      this.logger.warn('a work order is held until ticket is back', { callId, code: codeOf(error) });
      const held = { id: randomUUID(), reference, callId, ordinal, anonymous: false, order };
      await this.cases.hold(held, this.inSeconds(SOON));
      return takenDown(step);
    }
  }

  /**
   * Held until nothing leads to the caller any more (§5), who is told the query code now (C5). What was said moves
   * where nothing leads from the call. Ordered again after a crash, it is the same case, code and messages.
   */
  private async openUnnamed(callId: string, effect: Order, names: readonly string[]): Promise<Outcome> {
    const { step, ordinal } = effect;
    const order = (await this.cases.find(callId, ordinal)) ?? (await this.holdUnnamed(callId, effect, names));
    const keys = (order.attachments ?? []).map(({ key }) => key);
    await Promise.all(names.map((name, index) => this.messages.move(name, keys[index] ?? '')));
    return { ...takenDown(step), queryCode: order.queryCode ?? '' };
  }

  /** The reference leads to no call: nothing connects the case with who called (§5). */
  private async holdUnnamed(callId: string, effect: Order, names: readonly string[]): Promise<HeldWorkOrder> {
    const { ordinal } = effect;
    const keys = names.map(() => this.messages.newKey());
    const queryCode = await this.queryCodes.take();
    const order = { ...toWorkOrder(effect, keys), ...(queryCode === undefined ? {} : { queryCode }) };
    const id = randomUUID();
    const held = { id, reference: `anonymous:${id}`, callId, ordinal, anonymous: true, order };
    await this.cases.hold(held, this.inSeconds(SOON));
    return order;
  }

  private inSeconds(seconds: number): Date {
    return new Date(this.clock.now().getTime() + seconds * 1_000);
  }
}

function takenDown(step: number): Extract<Outcome, { type: 'work-order-opened' }> {
  return { type: 'work-order-opened', step, number: '', queryCode: '' };
}

/** A number that ticket would not take stands in the text instead: it is not lost, and neither is the case. */
function toWorkOrder(effect: Order, keys: readonly string[]): HeldWorkOrder {
  const { order, anonymous, application, accountNo, areaCode } = effect;
  const phone = effect.phone === undefined || anonymous ? undefined : readPhone(effect.phone);
  const text =
    effect.phone !== undefined && !anonymous && phone === undefined
      ? `${effect.text} ☎ ${effect.phone}`
      : effect.text;
  return {
    kind: order,
    channel: 'menu',
    text: text.slice(0, LONGEST_TEXT),
    ...(anonymous ? { anonymous } : {}),
    ...(anonymous || accountNo === undefined ? {} : { accountNo }),
    ...(phone === undefined ? {} : { phone }),
    ...(areaCode === undefined ? {} : { areaCode }),
    ...(application === undefined ? {} : { applicationKind: application }),
    ...(keys.length === 0 ? {} : { attachments: keys.map((key) => ({ kind: 'recording' as const, key })) }),
  };
}

function readPhone(number: string): string | undefined {
  const parsed = normaliseChinesePhone(number);
  return parsed.ok ? parsed.e164 : undefined;
}

/** Ticket away or broken may be over later; what it refuses it will refuse again. */
function mayComeToBe(error: unknown): boolean {
  const code = codeOf(error);
  return code === COMMON_ERRORS.unavailable || code === COMMON_ERRORS.internal;
}

function codeOf(error: unknown): string {
  return error instanceof DomainError ? error.code : COMMON_ERRORS.internal;
}
