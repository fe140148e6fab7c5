import { type Arrived, QueueLog, type QueueLogEntry } from './queue-log.port';

/** The simulator keeps no log. */
export class NoQueueLog extends QueueLog {
  async read(): Promise<readonly QueueLogEntry[]> {
    return [];
  }

  async arrivedAfter(id: number): Promise<Arrived> {
    return { earliest: undefined, lastId: id };
  }
}
