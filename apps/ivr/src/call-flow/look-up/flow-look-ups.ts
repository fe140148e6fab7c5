import {
  COMMON_ERRORS,
  type CustomerSummary,
  FindCustomer,
  type Operation,
  VerifyTelephonePassword,
} from '@switchyard/contracts';
import type { CallerAccount, FlowEffect, FlowEvent } from '@switchyard/domain';
import { DomainError, type Logger, type OperationClient, systemContext } from '@switchyard/platform';
import { Bounded } from '../../prompts/synthesis/bounded';
import { askFor, type Ask } from './ask-for';

type Effect<Type extends FlowEffect['type']> = Extract<FlowEffect, { type: Type }>;
type Event<Type extends FlowEvent['type']> = Extract<FlowEvent, { type: Type }>;

/** Milliseconds; the engine itself gives a look-up five seconds. */
const PATIENCE = { caller: 1_500, data: 3_000, password: 4_000 } as const;
/** Questions of all calls that are asked at once; more wait their turn, and at most for the engine's patience. */
const AT_ONCE = 200;
/** From here on nothing is asked that nobody waits for. */
const BUSY = 50;

export type LookUpResult = 'ok' | 'unavailable';

/** Asks other services on behalf of callers; an answer that does not come in time is `unavailable`, never an error. */
export class FlowLookUps {
  private readonly bounded = new Bounded(AT_ONCE);

  constructor(
    private readonly client: Pick<OperationClient, 'call'>,
    private readonly logger: Pick<Logger, 'warn' | 'error'>,
    private readonly count: (what: string, result: LookUpResult) => void,
  ) {}

  /** Whether callers wait for so many answers that nothing should be asked ahead. */
  get isBusy(): boolean {
    return this.bounded.atWork >= BUSY;
  }

  /** Who has bound this number; nobody when it cannot be asked: the call goes on unidentified. */
  async findCaller(callId: string, phone: string): Promise<Event<'caller-known'>> {
    try {
      const { accounts } = await this.ask(callId, PATIENCE.caller, true)(FindCustomer, { phone });
      this.count('caller', 'ok');
      return { type: 'caller-known', accounts: accounts.map(toCallerAccount) };
    } catch (error) {
      this.failed('caller', callId, error);
      return { type: 'caller-known', accounts: [] };
    }
  }

  /** `ahead`: no caller waits for it yet, so that it may be asked together with others'. */
  async lookUp(callId: string, effect: Effect<'look-up'>, ahead = false): Promise<Event<'look-up-result'>> {
    const { step, what } = effect;
    try {
      const data = await askFor(effect, this.ask(callId, PATIENCE.data, ahead));
      this.count(what, 'ok');
      if (!data) return { type: 'look-up-result', step, result: 'not-found' };
      return { type: 'look-up-result', step, result: 'found', data };
    } catch (error) {
      this.failed(what, callId, error);
      return { type: 'look-up-result', step, result: 'unavailable' };
    }
  }

  /** What was keyed goes into the request, and nowhere else. */
  async verifyPassword(callId: string, effect: Effect<'verify-password'>): Promise<Event<'password-result'>> {
    const { step, accountNo, password } = effect;
    try {
      const verdict = await this.ask(callId, PATIENCE.password)(VerifyTelephonePassword, {
        accountNo,
        password,
        reference: `call:${callId}`,
      });
      this.count('password', 'ok');
      return {
        type: 'password-result',
        step,
        result: verdict.result,
        ...(verdict.account === undefined ? {} : { account: toCallerAccount(verdict.account) }),
        ...(verdict.lockedUntil === undefined ? {} : { lockedUntil: verdict.lockedUntil }),
      };
    } catch (error) {
      if (isRefusal(error, COMMON_ERRORS.invalid)) return { type: 'password-result', step, result: 'wrong' };
      // The request may stand in the error of a broken contract: only its code is told.
      this.count('password', 'unavailable');
      this.logger.warn('a telephone password could not be checked', { callId, code: codeOf(error) });
      return { type: 'password-result', step, result: 'unavailable' };
    }
  }

  private ask(callId: string, timeoutMs: number, gathered = false): Ask {
    const context = systemContext('ivr', callId);
    return <Request extends object, Reply extends object>(
      operation: Operation<Request, Reply>,
      request: Request,
    ) => this.bounded.run(() => this.client.call(operation, request, context, { timeoutMs, gathered }));
  }

  private failed(what: string, callId: string, error: unknown): void {
    this.count(what, 'unavailable');
    this.logger.warn('a look-up failed', { what, callId, code: codeOf(error) });
  }
}

function toCallerAccount(customer: CustomerSummary): CallerAccount {
  const { accountNo, areaCode, valueTier, listFlag, important } = customer;
  return { accountNo, valueTier, listFlag, important, ...(areaCode === undefined ? {} : { areaCode }) };
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof DomainError && error.code === code;
}

function codeOf(error: unknown): string {
  return error instanceof DomainError ? error.code : COMMON_ERRORS.internal;
}
