import type { FlowEvent } from '../engine/flow-event';

interface Entry {
  readonly atMs: number;
  readonly event: FlowEvent;
  readonly byCaller: boolean;
}

interface Recording {
  readonly step: number;
  readonly ordinal: number;
  readonly startedAtMs: number;
  readonly endsAtMs: number;
  readonly failed: boolean;
}

/** What is to happen in a simulated call, on virtual time. */
export class Agenda {
  nowMs = 0;
  timer?: { readonly step: number; readonly atMs: number };
  recording?: Recording;
  private readonly entries: Entry[] = [];

  add(afterMs: number, event: FlowEvent, byCaller = false): void {
    this.entries.push({ atMs: this.nowMs + afterMs, event, byCaller });
  }

  stopRecording(keep: boolean): void {
    const { recording } = this;
    this.recording = undefined;
    if (!recording || !keep) return;
    const seconds = (this.nowMs - recording.startedAtMs) / 1000;
    this.add(10, { type: 'recording-ended', step: recording.step, seconds, failed: recording.failed });
  }

  /** The earliest event; of several at once the one that was added first. Time goes on to it. */
  next(): Entry | undefined {
    const entry = this.entries.reduce<Entry | undefined>(
      (first, other) => (first && first.atMs <= other.atMs ? first : other),
      undefined,
    );
    const dueMs = Math.min(
      entry?.atMs ?? Infinity,
      this.timer?.atMs ?? Infinity,
      this.recording?.endsAtMs ?? Infinity,
    );
    if (dueMs === Infinity) return undefined;
    this.nowMs = dueMs;
    if (entry?.atMs === dueMs) {
      this.entries.splice(this.entries.indexOf(entry), 1);
      return entry;
    }
    if (this.recording?.endsAtMs === dueMs) {
      this.stopRecording(true);
      return this.next();
    }
    const { timer } = this;
    this.timer = undefined;
    return timer && { atMs: dueMs, event: { type: 'timer', step: timer.step }, byCaller: false };
  }
}
