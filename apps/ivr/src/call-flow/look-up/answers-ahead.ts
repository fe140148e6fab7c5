import type { CallFlow, FlowEffect, FlowEvent, FlowState } from '@switchyard/domain';
import type { FlowLookUps } from './flow-look-ups';
import { accountOf, type Question, questionsAhead } from './questions-ahead';

type LookUp = Extract<FlowEffect, { type: 'look-up' }>;
type Answer = Extract<FlowEvent, { type: 'look-up-result' }>;

/** Milliseconds that an answer may be old when the caller asks for it: about as long as a menu is said and thought over. */
const FRESH = 30_000;

interface Ahead {
  /** Where the call was when questions were last asked ahead, and for whom. */
  readonly place: string;
  readonly answers: ReadonlyMap<string, { readonly askedAt: number; readonly answer: Promise<Answer> }>;
}

/**
 * Looks up, while a menu is being said, what its first keys ask for, so that a key is answered without asking another
 * service first. What was found is told to nobody before the flow asks for it, and forgotten with the call.
 */
export class AnswersAhead {
  private readonly calls = new Map<string, Ahead>();

  constructor(
    private readonly lookUps: Pick<FlowLookUps, 'lookUp' | 'isBusy'>,
    private readonly now: () => number,
  ) {}

  /** To be called after each step of a call, once the caller hears what it calls for. */
  prepare(callId: string, flow: CallFlow, state: FlowState): void {
    const place = `${state.node} ${accountOf(state) ?? ''}`;
    if (this.calls.get(callId)?.place === place || this.lookUps.isBusy) return;
    const questions = questionsAhead(flow, state);
    if (questions.length === 0) return;
    const askedAt = this.now();
    const answers = questions.map((question) => {
      const answer = this.lookUps.lookUp(callId, { type: 'look-up', step: state.step, ...question }, true);
      return [keyOf(question), { askedAt, answer }] as const;
    });
    this.calls.set(callId, { place, answers: new Map(answers) });
  }

  /** What was found ahead, where that is still fresh; else it is asked now. */
  async lookUp(callId: string, effect: LookUp): Promise<Answer> {
    const { type: _, step, ...question } = effect;
    const ahead = this.calls.get(callId)?.answers.get(keyOf(question));
    if (ahead && this.now() - ahead.askedAt <= FRESH) {
      const answer = await ahead.answer;
      if (answer.result !== 'unavailable') return { ...answer, step };
    }
    return this.lookUps.lookUp(callId, effect);
  }

  forget(callId: string): void {
    this.calls.delete(callId);
  }
}

function keyOf({
  what,
  accountNo = '',
  areaCodes = [],
  queryCode = '',
  currentOnly = false,
}: Question): string {
  return [what, accountNo, areaCodes.join(), queryCode, String(currentOnly)].join(' ');
}
