import type { CallEvent } from '../telephony.port';
import type { AriEvent } from './ari/ari-event';

type RecordingEvent = Extract<
  AriEvent,
  { type: 'RecordingStarted' | 'RecordingFinished' | 'RecordingFailed' }
>;

/** The recordings of one call whose end is not told yet. */
export class RecordingBook {
  private readonly recordings = new Map<string, { stopWanted: boolean }>();

  constructor(private readonly callId: string) {}

  names(): readonly string[] {
    return [...this.recordings.keys()];
  }

  /** To be called before the order is sent. */
  asked(name: string): void {
    this.recordings.set(name, { stopWanted: false });
  }

  /** The order was refused. */
  refused(name: string): void {
    this.recordings.delete(name);
  }

  /** It is to end; one that waits behind a prompt begins all the same, whatever the PBX answers to the order. */
  stopAsked(name: string): void {
    const recording = this.recordings.get(name);
    if (recording !== undefined) recording.stopWanted = true;
  }

  isStopWanted(name: string): boolean {
    return this.recordings.get(name)?.stopWanted ?? false;
  }

  translate({ type, name, seconds, at }: RecordingEvent): readonly CallEvent[] {
    if (type === 'RecordingStarted') return [];
    this.recordings.delete(name);
    const failed = type === 'RecordingFailed';
    return [{ type: 'recording-ended', callId: this.callId, name, seconds, failed, at }];
  }

  /** The call is over or elsewhere, and nothing was told of these. */
  endAll(at: number): readonly CallEvent[] {
    const names = this.names();
    this.recordings.clear();
    return names.map((name) => ({
      type: 'recording-ended',
      callId: this.callId,
      name,
      seconds: 0,
      failed: true,
      at,
    }));
  }
}
