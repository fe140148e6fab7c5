import type { BatchDetail } from '@switchyard/contracts';
import { merged } from './summary';

const WIDTH = 40;

/** One line of progress; on a terminal it overwrites itself, elsewhere it is printed when something changed. */
export class Progress {
  private last = '';

  constructor(
    private readonly out: NodeJS.WriteStream,
    private readonly startedAt: number,
  ) {}

  show(batches: readonly BatchDetail[]): void {
    const line = progressLine(batches, (Date.now() - this.startedAt) / 1000);
    if (line.state === this.last) return;
    this.last = line.state;
    if (this.out.isTTY) this.out.write(`\r\u001b[2K${line.text}`);
    else this.out.write(`${line.text}\n`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write('\n');
  }
}

/** `state` leaves the time out, so that it tells whether anything changed. */
export function progressLine(
  batches: readonly BatchDetail[],
  seconds: number,
): { text: string; state: string } {
  const total = (of: (batch: BatchDetail) => number) => batches.reduce((sum, batch) => sum + of(batch), 0);
  const contacts = total(({ batch }) => batch.contacts);
  const done = total(({ states }) => states.done);
  const filled = contacts === 0 ? 0 : Math.floor((WIDTH * done) / contacts);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  const outcomes = Object.entries(merged(batches.map((batch) => batch.outcomes)))
    .slice(0, 5)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
  const state = `${bar} ${done}/${contacts}  on the line ${total(({ states }) => states.calling)}  ${outcomes}`;
  return { text: `${String(Math.round(seconds)).padStart(4)} s ${state}`, state };
}
