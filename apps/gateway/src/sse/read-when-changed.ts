import { setTimeout as sleep } from 'node:timers/promises';
import { COMMON_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { SseEvent } from './sse-event';

export interface ReadWhenChanged<T> {
  readonly signal: AbortSignal;
  /** The client's Last-Event-ID: an event with this id is not sent again at the start. */
  readonly lastEventId?: string;
  /** Milliseconds between two reads. */
  readonly everyMs: number;
  readonly read: () => Promise<T>;
  readonly event: (value: T) => SseEvent;
  /** After such a value an `end` event follows and the stream ends. */
  readonly isLast: (value: T) => boolean;
}

/**
 * A stream made by reading again and again; an event goes out when its data changed. A service that does not
 * answer for a while (it is being restarted) delays the stream and does not end it; any other error does.
 */
export async function* readWhenChanged<T>(options: ReadWhenChanged<T>): AsyncGenerator<SseEvent | null> {
  const { signal, lastEventId, everyMs, read, event, isLast } = options;
  let sent: string | undefined;
  let value = await read();
  for (;;) {
    const next = event(value);
    const data = JSON.stringify(next.data);
    const isKnown = sent === undefined && lastEventId !== undefined && next.id === lastEventId;
    yield data === sent || isKnown ? null : next;
    sent = data;
    if (isLast(value)) {
      yield { event: 'end', data: {} };
      return;
    }
    value = await nextValue();
    if (signal.aborted) return;
  }

  async function nextValue(): Promise<T> {
    for (;;) {
      await pause(everyMs, signal);
      if (signal.aborted) return value;
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== COMMON_ERRORS.unavailable) throw error;
      }
    }
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
