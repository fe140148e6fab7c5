import type { Scheduler } from '../scheduler';
import { nextRemedy, type HealthPolicy } from './node-health';

export interface HealthWatchParts {
  readonly scheduler: Scheduler;
  readonly policy: HealthPolicy;
  /** Rejects when the PBX gives no sign of life in time. */
  readonly ping: () => Promise<void>;
  /** Rejects when a canary call does not reach us in time. */
  readonly canary: () => Promise<void>;
  readonly liveCalls: () => number;
  readonly onUp: (reason: string) => void;
  readonly onSuspect: (reason: string) => void;
  readonly onGiveUp: (reason: string) => void;
}

const TICK_MS = 250;

/** Watches one connected node from `begin` to `end`; begins in doubt, so that a canary proves calls first. */
export class HealthWatch {
  private turn = 0;
  private suspectSince: number | undefined;
  private lastEventAt = 0;
  private lastPongAt = 0;
  private lastPingAt = 0;
  private lastCanaryAt = 0;
  private doubted = true;
  private busy: 'ping' | 'canary' | undefined;
  private cancelTick: () => void = () => undefined;

  constructor(private readonly parts: HealthWatchParts) {}

  begin(): void {
    this.end();
    const now = this.parts.scheduler.now();
    this.suspectSince = undefined;
    this.lastEventAt = this.lastPongAt = this.lastPingAt = now;
    this.lastCanaryAt = Number.NEGATIVE_INFINITY;
    this.doubted = true;
    this.tick(this.turn);
  }

  end(): void {
    this.turn += 1;
    this.busy = undefined;
    this.cancelTick();
  }

  /** An event came. */
  heard(): void {
    this.lastEventAt = this.parts.scheduler.now();
  }

  /** Something did not happen in time; a canary decides. */
  doubt(): void {
    this.doubted = true;
  }

  private tick(turn: number): void {
    if (turn !== this.turn) return;
    this.cancelTick = this.parts.scheduler.after(TICK_MS, () => this.tick(turn));
    const { scheduler, policy, liveCalls } = this.parts;
    const now = scheduler.now();
    const remedy = nextRemedy(
      now,
      {
        suspectSince: this.suspectSince,
        lastEventAt: this.lastEventAt,
        lastPongAt: this.lastPongAt,
        lastPingAt: this.lastPingAt,
        lastCanaryAt: this.lastCanaryAt,
        doubted: this.doubted,
        busy: this.busy,
        liveCalls: liveCalls(),
      },
      policy,
    );
    switch (remedy) {
      case 'wait':
        return;
      case 'ping':
        this.lastPingAt = now;
        this.ask('ping', this.parts.ping, turn);
        return;
      case 'canary':
        this.lastCanaryAt = now;
        this.ask('canary', this.parts.canary, turn);
        return;
      case 'give-up':
        this.end();
        this.parts.onGiveUp(`no sign of life for ${policy.giveUp} ms`);
    }
  }

  private ask(what: 'ping' | 'canary', question: () => Promise<void>, turn: number): void {
    this.busy = what;
    question().then(
      () => {
        if (turn !== this.turn) return;
        this.busy = undefined;
        this.lastPongAt = this.parts.scheduler.now();
        if (what === 'ping') return;
        this.doubted = false;
        this.suspectSince = undefined;
        this.parts.onUp('a canary call came through');
      },
      (error: unknown) => {
        if (turn !== this.turn) return;
        this.busy = undefined;
        this.doubted = true;
        this.suspectSince ??= this.parts.scheduler.now();
        const detail = error instanceof Error ? error.message : String(error);
        this.parts.onSuspect(`${what} failed: ${detail}`);
      },
    );
  }
}
