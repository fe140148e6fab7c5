import { type CallFlow, nodeOf } from '../document/call-flow';
import type { FlowNode, NodeName } from '../document/flow-document';
import type { FlowText } from '../text/flow-text';
import { speakTexts } from '../text/speak-texts';
import type { FlowEffect, FlowStep } from './flow-effect';
import type { FlowState, FlowWait } from './flow-state';
import { LIMITS } from './limits';
import { speakingContext } from './speaking-context';

/** Where the call goes now; undefined when it waits. */
export type Onward = NodeName | undefined;

type Draft = { -readonly [Field in keyof FlowState]: FlowState[Field] };

/** One event's work: a copy of the state that may be changed, and the effects so far. */
export class Turn {
  readonly state: Draft;
  readonly effects: FlowEffect[] = [];

  constructor(
    readonly flow: CallFlow,
    state: FlowState,
  ) {
    this.state = { ...state };
  }

  get node(): FlowNode {
    return nodeOf(this.flow, this.state.node);
  }

  get keyed(): { readonly entry: string; readonly ahead: string; readonly account?: string } {
    return this.state.volatile ?? { entry: '', ahead: '' };
  }

  key(change: { readonly entry?: string; readonly ahead?: string; readonly account?: string }): void {
    this.state.volatile = { ...this.keyed, ...change };
  }

  /** Keeps a key that nothing has asked for yet. */
  typeAhead(key: string): void {
    const { ahead } = this.keyed;
    if (ahead.length < LIMITS.keysAhead) this.key({ ahead: ahead + key });
  }

  emit(effect: FlowEffect): void {
    this.effects.push(effect);
  }

  /** Begins to wait; `order` says what for, by the step under which the answer comes. */
  wait(waits: FlowWait, ms: number, order?: (step: number) => FlowEffect): undefined {
    const step = this.state.step + 1;
    this.state.step = step;
    this.state.waits = waits;
    if (order) this.emit(order(step));
    this.emit({ type: 'start-timer', step, ms });
  }

  /** Says something; false when there is nothing to be said. */
  play(texts: readonly FlowText[]): boolean {
    const { language } = this.state;
    const segments = speakTexts(texts, speakingContext(this.state));
    if (segments.length === 0) return false;
    this.wait('playback', LIMITS.playbackMs, (step) => ({ type: 'play', step, language, segments }));
    return true;
  }

  stopPlayback(): void {
    if (this.state.waits === 'playback') this.emit({ type: 'stop-playback', step: this.state.step });
  }

  hangUp(): undefined {
    this.wait('hang-up', LIMITS.hangUpMs, () => ({ type: 'hang-up' }));
  }

  end(): undefined {
    this.emit({ type: 'cancel-timer' });
    this.state.waits = 'over';
    this.state.volatile = undefined;
  }

  /** Of several timers only the last is told. */
  done(): FlowStep {
    const isTimer = ({ type }: FlowEffect) => type === 'start-timer' || type === 'cancel-timer';
    const timer = this.effects.findLast(isTimer);
    return { state: this.state, effects: this.effects.filter((one) => !isTimer(one) || one === timer) };
  }
}
