import type { TransferTarget } from '../queue-node.port';
import type { Scheduler } from '../scheduler';
import type { SimulatedFloor } from './simulated-floor';
import type { SimulatedTalk, SimulatedTalks } from './simulated-talks';

/** As in deploy/asterisk/conf/extensions-queue.conf; milliseconds. */
const RING = 20_000;
const ANSWER = 1_000;
const BUSY_TONE = 1_000;

type Target = Exclude<TransferTarget, { kind: 'queue' }>;

interface Consultation {
  readonly target: Target;
  /** The leg to the agent who is asked, once it has answered. */
  leg: string | undefined;
  answered: boolean;
  /** When who is asked hangs up by itself, milliseconds since the epoch. */
  overAt: number | undefined;
  readonly timers: (() => void)[];
}

export interface ConsultationsParts {
  readonly scheduler: Scheduler;
  readonly floor: SimulatedFloor;
  readonly talks: SimulatedTalks;
  readonly newLeg: () => string;
  /** The agent has left: to whom the caller goes, on which leg where an agent has answered, and for how long. */
  readonly onGiven: (talk: SimulatedTalk, to: Given) => void;
}

export interface Given {
  readonly target: Target;
  readonly answered: boolean;
  readonly leg: string | undefined;
  readonly restMs: number | undefined;
}

/** Agents who talk with another while their caller waits. */
export class SimulatedConsultations {
  private readonly current = new Map<SimulatedTalk, Consultation>();

  constructor(private readonly parts: ConsultationsParts) {}

  has(talk: SimulatedTalk): boolean {
    return this.current.has(talk);
  }

  begin(talk: SimulatedTalk, target: Target): void {
    const { floor, scheduler, talks } = this.parts;
    const one: Consultation = { target, leg: undefined, answered: false, overAt: undefined, timers: [] };
    this.current.set(talk, one);
    talks.hold(talk);
    const agent = target.kind === 'agent' ? target.sipUser : undefined;
    const manner = agent === undefined ? {} : floor.mannerOf(agent);
    const free = agent === undefined || floor.isIdle(agent);
    const { answerAfterMs = ANSWER, declines = false, talkMs } = manner ?? {};
    const rings = manner !== undefined && free && !declines;
    if (rings && agent !== undefined) floor.setPhone(agent, 'ringing');
    const after = (ms: number, then: () => void): void => {
      one.timers.push(scheduler.after(ms, then));
    };
    if (!rings) return after(BUSY_TONE, () => this.cancel(talk));
    if (answerAfterMs >= RING) return after(RING + BUSY_TONE, () => this.cancel(talk));
    after(answerAfterMs, () => {
      one.answered = true;
      if (agent === undefined) return;
      one.leg = this.parts.newLeg();
      floor.setPhone(agent, 'talking');
      if (talkMs === undefined) return;
      one.overAt = scheduler.now() + talkMs;
      after(talkMs, () => this.cancel(talk));
    });
  }

  /** The agent is back with the caller, by its own wish or because nobody answers. */
  cancel(talk: SimulatedTalk): void {
    if (this.end(talk) !== undefined) this.parts.talks.resume(talk);
  }

  /** The agent hangs up. */
  complete(talk: SimulatedTalk): void {
    const { scheduler, talks, onGiven } = this.parts;
    const one = this.end(talk);
    if (one === undefined) return;
    const { target, answered, leg, overAt } = one;
    talks.end(talk, 'transfer');
    const restMs = overAt === undefined ? undefined : overAt - scheduler.now();
    onGiven(talk, { target, answered, leg, restMs });
  }

  /** The caller hangs up. */
  callerIsGone(talk: SimulatedTalk): void {
    this.end(talk);
  }

  private end(talk: SimulatedTalk): Consultation | undefined {
    const one = this.current.get(talk);
    if (one === undefined) return undefined;
    this.current.delete(talk);
    one.timers.forEach((cancel) => cancel());
    if (one.target.kind === 'agent') this.parts.floor.setPhone(one.target.sipUser, 'idle');
    return one;
  }
}
