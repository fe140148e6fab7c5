import { type LoggedStay, loggedStays, PBX_STARTED, type QueueLogLine } from '@switchyard/domain';
import type { Clock, Logger } from '@switchyard/platform';
import type { QueueLog, QueueLogEntry } from '../../telephony/queue-log/queue-log.port';
import type { FilledStays } from './filled-stays.port';

/** Lines of one read. */
const PAGE = 5_000;
/** Milliseconds for which live events may still come, and rows of the log may still become visible. */
const STILL_LIVE = 20_000;
/** Milliseconds after which a stay that the log never ended is given up: longer than the longest wait and talk. */
const GIVEN_UP = 12 * 3_600_000;

/**
 * No interval is lost with a restart (T4.4): what the live events missed of callers' stays is taken from the PBX's own
 * queue log. Safe to repeat, and to be done by several processes.
 */
export class FillFromQueueLog {
  constructor(
    private readonly log: QueueLog,
    private readonly stays: FilledStays,
    private readonly clock: Clock,
    private readonly logger: Pick<Logger, 'info'>,
  ) {}

  async execute(): Promise<void> {
    await this.stays.alone(async () => {
      const until = this.clock.now().getTime() - STILL_LIVE;
      const mark = await this.stays.mark();
      const { earliest, lastId } = await this.log.arrivedAfter(mark.lastId);
      const since = new Date(Math.min(mark.settledUntil.getTime(), earliest?.getTime() ?? Infinity));
      const logged = loggedStays(linesOf(await this.readAll(since)));
      const over = logged.filter(({ leftAt }) => leftAt !== undefined && leftAt <= until);
      const filled = await this.stays.fill(over);
      if (filled > 0) this.logger.info('queue calls were completed from the queue log', { calls: filled });
      await this.stays.setMark({
        settledUntil: new Date(settledUntil(logged, until)),
        lastId,
      });
    });
  }

  private async readAll(since: Date): Promise<QueueLogEntry[]> {
    const entries = new Map<number, QueueLogEntry>();
    for (let from = since, limit = PAGE; ;) {
      const page = await this.log.read(from, limit);
      const before = entries.size;
      for (const entry of page) entries.set(entry.id, entry);
      if (page.length < limit) return [...entries.values()];
      from = page.at(-1)?.at ?? from;
      // More lines of one moment than a page holds.
      if (entries.size === before) limit *= 2;
    }
  }
}

/** The next reading begins with the oldest stay that still goes on. */
function settledUntil(logged: readonly LoggedStay[], until: number): number {
  const goingOn = logged
    .filter(({ leftAt, enteredAt }) => (leftAt ?? Infinity) > until && enteredAt > until - GIVEN_UP)
    .map(({ enteredAt }) => enteredAt);
  return Math.min(until, ...goingOn);
}

/** Lines of callers, and those of a PBX that starts. */
function linesOf(entries: readonly QueueLogEntry[]): QueueLogLine[] {
  return entries.flatMap(({ at, callId = '', queue = '', ...line }) =>
    (callId === '' || queue === '') && line.event !== PBX_STARTED
      ? []
      : [{ ...line, at: at.getTime(), callId, queue }],
  );
}
