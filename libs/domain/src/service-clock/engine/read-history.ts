import {
  type ClockEvent,
  type ClockFacts,
  type ClockPolicyVersion,
  type ClockSpan,
  type ClockSubject,
  CLOCK_UNITS,
  matchesAny,
  startedBy,
  type StartingClock,
} from '../policy';
import { type Draft, endDraft, isOver, meetDraft, pauseDraft, resumeDraft } from './draft';

/** Events with a meaning to every clock, whatever its policy says. */
export const CLOCK_EVENT_TYPES = {
  paused: 'paused',
  resumed: 'resumed',
  reTargeted: 're-targeted',
  /** The instant that a limit is given by is another one: an outage starts at another time (L27). */
  moved: 'start-moved',
  /** The matter goes to the department that the event names: clocks of other departments end. */
  handedOver: ['assigned', 'forwarded'],
} as const;

/** Reads a subject's events in their order into its clocks. */
export class HistoryReader {
  private readonly drafts: Draft[] = [];
  private pausedSince: Date | undefined;

  constructor(
    private readonly subject: ClockSubject,
    private readonly facts: ClockFacts,
    private readonly policies: readonly ClockPolicyVersion[],
  ) {}

  read(events: readonly ClockEvent[]): readonly Draft[] {
    for (const event of events) this.take(event);
    return this.drafts;
  }

  private take(event: ClockEvent): void {
    const starting = startedBy(event, this.subject, this.facts, this.policies);
    for (const draft of this.running()) this.stop(draft, event, starting);
    this.pauseOrResume(event);
    if (event.type === CLOCK_EVENT_TYPES.reTargeted) this.reTarget(event);
    if (event.type === CLOCK_EVENT_TYPES.moved) this.move(event);
    for (const clock of starting) this.start(clock, event);
  }

  private stop(draft: Draft, event: ClockEvent, starting: readonly StartingClock[]): void {
    const { policy, owner } = draft;
    const again = starting.some((next) => next.policy.stage === policy.stage && next.owner === owner);
    if (matchesAny(policy.met, event)) meetDraft(draft, event.at);
    else if (matchesAny(policy.ended, event) || goesElsewhere(draft, event))
      endDraft(draft, event.at, event.type);
    else if (again && policy.restart === 'replaces') endDraft(draft, event.at, event.type);
  }

  private start({ policy, owner }: StartingClock, event: ClockEvent): void {
    const sameStage = this.drafts.filter(
      (draft) => draft.policy.stage === policy.stage && draft.owner === owner,
    );
    if (sameStage.some((draft) => !isOver(draft))) return;
    const { target } = policy;
    const givenAt = target.unit === 'given' ? instantIn(event.data[target.field]) : undefined;
    if (target.unit === 'given' && givenAt === undefined) return;
    const draft: Draft = {
      policy,
      owner,
      cycle: sameStage.length + 1,
      startedAt: event.at,
      givenAt,
      pauses: [],
      span: undefined,
      manualDueAt: undefined,
      metAt: undefined,
      endedAt: undefined,
      endedBy: undefined,
    };
    if (this.pausedSince) pauseDraft(draft, event.at);
    this.drafts.push(draft);
  }

  private pauseOrResume({ type, at }: ClockEvent): void {
    if (type === CLOCK_EVENT_TYPES.paused) {
      this.pausedSince ??= at;
      for (const draft of this.running()) pauseDraft(draft, at);
    }
    if (type === CLOCK_EVENT_TYPES.resumed) {
      this.pausedSince = undefined;
      for (const draft of this.running()) resumeDraft(draft, at);
    }
  }

  /** Another length, or a date set by hand: start and pauses stay as they are. */
  private reTarget({ data }: ClockEvent): void {
    const { clock, owner } = data;
    for (const draft of this.running()) {
      const { stage, id, limit } = draft.policy;
      if (clock !== stage && clock !== id && clock !== limit) continue;
      if (typeof owner === 'string' && owner !== draft.owner) continue;
      const dueAt = instantIn(data['dueAt']);
      const span = spanIn(data['target']);
      if (dueAt === undefined && span === undefined) continue;
      draft.manualDueAt = dueAt;
      draft.span = span;
    }
  }

  private move({ data }: ClockEvent): void {
    for (const draft of this.running()) {
      const { target } = draft.policy;
      if (target.unit === 'given') draft.givenAt = instantIn(data[target.field]) ?? draft.givenAt;
    }
  }

  private running(): Draft[] {
    return this.drafts.filter((draft) => !isOver(draft));
  }
}

function goesElsewhere({ policy, owner }: Draft, { type, data }: ClockEvent): boolean {
  const handedOver = CLOCK_EVENT_TYPES.handedOver.some((known) => known === type);
  const { department } = data;
  return (
    handedOver && policy.owner === 'department' && typeof department === 'string' && department !== owner
  );
}

function instantIn(value: unknown): Date | undefined {
  const at = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
}

function spanIn(target: unknown): ClockSpan | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  const { value, unit } = target as Readonly<Record<string, unknown>>;
  const known = CLOCK_UNITS.find((name) => name === unit);
  const whole = typeof value === 'number' && Number.isInteger(value) && value >= 1;
  return known !== undefined && whole ? { value, unit: known } : undefined;
}
