import type { CallEvent, NodeState } from '../telephony.port';
import type { Scheduler } from '../scheduler';

type Fault = 'none' | 'link-lost' | 'wedged' | 'losing-events';

/** Milliseconds after which a wedged PBX is noticed, as in the Asterisk adapter. */
const NOTICE_WEDGE_MS = 5_000;

export interface SimulatedLinkParts {
  readonly name: string;
  readonly scheduler: Scheduler;
  /** Told when the listener throws. */
  readonly onListenerError?: ((error: unknown) => void) | undefined;
}

/** The link to a simulated PBX, and what may go wrong with either. */
export class SimulatedLink {
  listener: (event: CallEvent) => void = () => undefined;
  private current: NodeState = 'down';
  private fault: Fault = 'none';
  private wanted = false;
  /** What the wedged PBX holds back until it moves again. */
  private heldBack: (() => void)[] = [];

  constructor(private readonly parts: SimulatedLinkParts) {}

  get state(): NodeState {
    return this.current;
  }

  /** @throws Error while the link is lost */
  connect(): void {
    this.wanted = true;
    if (this.fault === 'link-lost') throw new Error(`${this.parts.name} could not be reached`);
    this.enter('up', 'connected');
  }

  disconnect(): void {
    this.wanted = false;
    this.enter('down', 'disconnected');
  }

  lose(): void {
    this.fault = 'link-lost';
    this.enter('down', 'connection lost');
  }

  wedge(): void {
    this.fault = 'wedged';
    this.parts.scheduler.after(NOTICE_WEDGE_MS, () => {
      if (this.fault === 'wedged' && this.current === 'up') this.enter('suspect', 'calls do not move');
    });
  }

  loseEvents(): void {
    this.fault = 'losing-events';
  }

  recover(): void {
    this.fault = 'none';
    const heldBack = this.heldBack;
    this.heldBack = [];
    heldBack.forEach((step) => step());
    if (this.wanted) this.enter('up', 'recovered');
  }

  /** The PBX does something, now or when it moves again. */
  move(step: () => void): void {
    if (this.fault === 'wedged') this.heldBack.push(step);
    else step();
  }

  /** The PBX tells something, and it is heard or not. */
  emit(event: CallEvent): void {
    this.move(() => {
      if (this.current !== 'down' && this.fault !== 'losing-events') this.tell(event);
    });
  }

  private enter(state: NodeState, reason: string): void {
    if (this.current === state) return;
    this.current = state;
    this.tell({ type: 'node-state', state, reason, at: this.parts.scheduler.now() });
  }

  private tell(event: CallEvent): void {
    try {
      this.listener(event);
    } catch (error) {
      this.parts.onListenerError?.(error);
    }
  }
}
