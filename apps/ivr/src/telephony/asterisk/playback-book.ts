import type { CallEvent } from '../telephony.port';
import type { AriEvent } from './ari/ari-event';

interface Playback {
  /** What the caller of the port called it. */
  readonly id: string;
  started: boolean;
  stopped: boolean;
  /** Another one was asked for in its place: nothing is told of it unless its start was. */
  replaced: boolean;
}

type PlaybackEvent = Extract<AriEvent, { type: 'PlaybackStarted' | 'PlaybackFinished' }>;

/** How many names in turn a call's menus are played under, so that another process can silence them unseen. */
const SLOTS = 4;

/** The playbacks of one call, by the ids under which the PBX knows them. */
export class PlaybackBook {
  private readonly playbacks = new Map<string, Playback>();
  private lastSlot = SLOTS - 1;
  private extra = 0;

  constructor(private readonly callId: string) {}

  /** To be called before the order is sent. */
  asked(id: string): void {
    this.playbacks.set(id, { id, started: false, stopped: false, replaced: false });
  }

  /**
   * As `asked`, under a name that every process knows; a caller who keys faster than prompts end may use them up, and
   * what is played then is known to this process alone. @returns the id for the PBX
   */
  askedInTurn(id: string): string {
    const turns = Array.from({ length: SLOTS }, (_, step) => (this.lastSlot + 1 + step) % SLOTS);
    const free = turns.find((slot) => !this.playbacks.has(this.slotId(slot)));
    this.lastSlot = free ?? this.lastSlot;
    const ariId = this.slotId(free ?? SLOTS + (this.extra += 1));
    this.playbacks.set(ariId, { id, started: false, stopped: false, replaced: false });
    return ariId;
  }

  /** Every name that `askedInTurn` gives. */
  slotIds(): readonly string[] {
    return Array.from({ length: SLOTS }, (_, slot) => this.slotId(slot));
  }

  /** The order was refused. */
  refused(ariId: string): void {
    this.playbacks.delete(ariId);
  }

  /** It is to be stopped. @returns the PBX's id of it; undefined when there is no such playback here */
  stopped(id: string): string | undefined {
    // Asked of every call that lives: what it holds is compared, no names are made.
    for (const [ariId, playback] of this.playbacks) {
      if (ariId !== id && playback.id !== id) continue;
      playback.stopped = true;
      return ariId;
    }
    return undefined;
  }

  /** Marks what plays or waits as replaced. @returns the ids of what is to be stopped */
  replaceAll(): readonly string[] {
    const current = [...this.playbacks].filter(([, { stopped }]) => !stopped);
    for (const [, playback] of current) playback.stopped = playback.replaced = true;
    return current.map(([ariId]) => ariId);
  }

  translate({ type, playbackId: ariId, failed, at }: PlaybackEvent): readonly CallEvent[] {
    const known = this.playbacks.get(ariId);
    if (type === 'PlaybackStarted') return this.started(known, ariId, at);
    this.playbacks.delete(ariId);
    if (known?.replaced && !known.started) return [];
    const completed = known !== undefined && known.started && !known.stopped && !failed;
    return [{ type: 'playback-ended', callId: this.callId, playbackId: known?.id ?? ariId, completed, at }];
  }

  /** What was told to have started ends, incomplete. */
  endAll(at: number): readonly CallEvent[] {
    const unfinished = [...this.playbacks.values()].filter(({ started }) => started);
    this.playbacks.clear();
    return unfinished.map(({ id }) => ({
      type: 'playback-ended',
      callId: this.callId,
      playbackId: id,
      completed: false,
      at,
    }));
  }

  private started(known: Playback | undefined, ariId: string, at: number): readonly CallEvent[] {
    // One per media entry: the first one starts the list. What was replaced before it began is not told.
    if (known?.started || known?.replaced) return [];
    const playback = known ?? { id: ariId, started: true, stopped: false, replaced: false };
    playback.started = true;
    this.playbacks.set(ariId, playback);
    return [{ type: 'playback-started', callId: this.callId, playbackId: playback.id, at }];
  }

  private slotId(slot: number): string {
    return `${this.callId}:menu-${slot}`;
  }
}
