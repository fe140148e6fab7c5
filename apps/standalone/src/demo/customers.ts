import type { Lab, RestClient } from '@switchyard/testing';
import type { SampleBatch } from './sample-batches';

export interface RunningSample extends SampleBatch {
  readonly batchId: string;
}

/** What customers do by themselves while they are dialled: some pay, some call back. */
export class Customers {
  private readonly acted = new Set<string>();
  private readonly calls: Promise<unknown>[] = [];

  constructor(
    private readonly api: RestClient,
    /** Absent on the simulator: nobody can call in there. */
    private readonly lab: Lab | undefined,
    private readonly hotline: string,
  ) {}

  /** Looks who was dialled once and is waiting again, and lets them act; each once. */
  async act(sample: RunningSample): Promise<void> {
    for (const { accountNo, amountFen } of sample.payers) {
      await this.once(sample, accountNo, () => this.api.pay(accountNo, amountFen));
    }
    for (const { accountNo, number } of this.lab ? sample.returning : []) {
      await this.once(sample, accountNo, () => {
        const call = this.lab?.callIn({ from: number, to: this.hotline, seconds: 70 });
        this.calls.push(Promise.resolve(call));
        return Promise.resolve();
      });
    }
  }

  /** Waits for the calls that customers made. */
  async finish(): Promise<void> {
    await Promise.allSettled(this.calls);
  }

  private async once(sample: RunningSample, accountNo: string, work: () => Promise<unknown>): Promise<void> {
    if (this.acted.has(accountNo)) return;
    const contact = await this.api.contact(sample.batchId, accountNo);
    if (contact?.state !== 'waiting' || contact.countedAttempts === 0) return;
    this.acted.add(accountNo);
    await work();
  }
}
