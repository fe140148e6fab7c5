import { setTimeout as sleep } from 'node:timers/promises';
import type { ContactView } from '@switchyard/contracts';
import { billsOf } from '@switchyard/testing';
import type { FaultsContact } from './contacts';
import type { PaymentRow } from './judge-records';
import type { PatientApi } from './rest';
import type { Scene } from './scene';

/** How many customers pay while they are dialled. */
const PAYERS = 6;
const PAY_EVERY_MS = 4_000;
const SAY_EVERY_MS = 15_000;

/**
 * The contacts in several batches, started one after another: so some are always being dialled, and those who are
 * tried again are not kept from it by a queue of others, which would hide a call that comes too soon.
 */
export class Campaign {
  readonly paid: PaymentRow[] = [];
  private started = 0;
  private paying: Promise<void> = Promise.resolve();

  private constructor(
    private readonly api: PatientApi,
    private readonly scene: Scene,
    private readonly batchIds: readonly string[],
  ) {}

  /** Hands all batches in. @throws Error when a row of theirs is refused */
  static async handIn(
    api: PatientApi,
    scene: Scene,
    contacts: readonly FaultsContact[],
    batches: number,
  ): Promise<Campaign> {
    const readingDate = new Date().toISOString().slice(0, 10);
    const batchIds: string[] = [];
    for (const part of inParts(contacts, batches)) {
      const { id } = await api.createBatch(`Faults ${batchIds.length + 1}`);
      const accepted = await api.importFile(id, billsOf(part, readingDate));
      if (accepted !== part.length) throw new Error(`${accepted} of ${part.length} rows were accepted`);
      batchIds.push(id);
    }
    return new Campaign(api, scene, batchIds);
  }

  /** Starts one more batch, while there is one. */
  async startNext(): Promise<void> {
    const batchId = this.batchIds[this.started++];
    if (batchId !== undefined) await this.api.start(batchId);
  }

  /** From now on customers pay while they are dialled: what is paid is not dialled any more. */
  beginPaying(contacts: readonly FaultsContact[]): void {
    const payers = contacts.filter(({ fate }) => fate === 'busy' || fate === 'declines').slice(0, PAYERS);
    this.paying = this.payNowAndThen(payers);
    this.paying.catch(() => undefined); // awaited in `untilFinal`, unless something else fails first
  }

  /** False when contacts are left after `patienceMs`: they are judged as lost. */
  async untilFinal(patienceMs: number): Promise<boolean> {
    while (this.started < this.batchIds.length) await this.startNext();
    await this.paying;
    let left = '';
    let saidAt = 0;
    return this.scene.becomes(
      'every contact is in a final state',
      async () => {
        const batches = await Promise.all(this.batchIds.map((id) => this.api.batch(id)));
        const total = (state: 'done' | 'calling' | 'waiting') =>
          batches.reduce((sum, { states }) => sum + states[state], 0);
        left = `${total('done')} done, ${total('calling')} calling, ${total('waiting')} waiting`;
        if (Date.now() - saidAt > SAY_EVERY_MS) {
          this.scene.say(`        ${left}`);
          saidAt = Date.now();
        }
        return batches.every(({ final }) => final);
      },
      patienceMs,
    );
  }

  contacts(): Promise<readonly ContactView[]> {
    return this.ofAll((id) => this.api.contacts(id));
  }

  handOffList(): Promise<readonly string[]> {
    return this.ofAll((id) => this.api.handOffList(id));
  }

  private async payNowAndThen(payers: readonly FaultsContact[]): Promise<void> {
    for (const { accountNo, owedFen } of payers) {
      await sleep(PAY_EVERY_MS, undefined, { signal: this.scene.signal });
      await this.api.pay(accountNo, owedFen);
      this.paid.push({ accountNo, amountFen: owedFen });
    }
  }

  private async ofAll<Item>(read: (batchId: string) => Promise<readonly Item[]>): Promise<readonly Item[]> {
    const lists: (readonly Item[])[] = [];
    for (const id of this.batchIds) lists.push(await read(id));
    return lists.flat();
  }
}

/** Parts of about the same size; the meters of one number stay together, so that one call tells of both. */
export function inParts(contacts: readonly FaultsContact[], count: number): readonly FaultsContact[][] {
  const size = Math.ceil(contacts.length / count);
  const parts: FaultsContact[][] = [];
  for (const contact of contacts) {
    const part = parts.at(-1);
    if (part && (part.length < size || part.at(-1)?.number === contact.number)) part.push(contact);
    else parts.push([contact]);
  }
  return parts;
}
