import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchDetail, ContactView, HandOffPage } from '@switchyard/contracts';

const TIMEOUT_MS = 15_000;
/** Milliseconds for which a request is made again while the platform is away. */
const PATIENCE_MS = 90_000;
const PAUSE_MS = 500;

interface Answer {
  readonly status: number;
  readonly text: string;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/**
 * The REST API as a patient customer of it: what fails because the platform is away is asked again. Only for
 * requests that may be made twice. @throws Error with the answer when it is refused, or away for too long
 */
export class PatientApi {
  private token = '';

  constructor(
    private readonly url: string,
    private readonly admin: { readonly name: string; readonly password: string },
  ) {}

  async signIn(): Promise<void> {
    const { accessToken } = await this.ask<{ accessToken: string }>('POST', '/sign-in', this.admin);
    this.token = accessToken;
  }

  createBatch(name: string): Promise<{ id: string }> {
    return this.ask('POST', '/batches', { kind: 'bill-notice', name, policyName: 'test' });
  }

  /** Uploads a CSV file and waits until it is read; returns the rows that were accepted. */
  async importFile(batchId: string, csv: string): Promise<number> {
    type Import = { id: string; state: string; rowsAccepted: number };
    let state = await this.ask<Import>('POST', `/batches/${batchId}/imports?fileName=bills.csv`, csv);
    while (state.state === 'running') {
      await sleep(200);
      state = await this.ask<Import>('GET', `/imports/${state.id}`);
    }
    if (state.state !== 'completed') throw new Error(`the import is ${state.state}`);
    return state.rowsAccepted;
  }

  /** Also when it was started before: the answer may have been lost. */
  async start(batchId: string): Promise<void> {
    try {
      await this.ask('POST', `/batches/${batchId}/start`, {});
    } catch (error) {
      const { batch } = await this.batch(batchId);
      if (batch.state !== 'running' && batch.state !== 'finished') throw error;
    }
  }

  batch(batchId: string): Promise<BatchDetail> {
    return this.ask('GET', `/batches/${batchId}`);
  }

  contacts(batchId: string): Promise<readonly ContactView[]> {
    return this.pages<ContactView>(`/batches/${batchId}/contacts`);
  }

  async handOffList(batchId: string): Promise<readonly string[]> {
    const items = await this.pages<HandOffPage['items'][number]>(`/batches/${batchId}/hand-off`);
    return items.map(({ contact }) => contact.id);
  }

  /** Recorded once, however often it is asked. */
  pay(accountNo: string, amountFen: number): Promise<unknown> {
    const reference = `faults-${accountNo}`;
    const paidAt = new Date().toISOString();
    const payment = { amountFen, paidAt, source: 'faults', reference };
    return this.ask('POST', `/accounts/${accountNo}/payments`, payment);
  }

  private async pages<Item>(path: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<Item> = await this.ask('GET', `${path}?limit=200${more}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    return JSON.parse((await this.send(method, path, body)).text) as T;
  }

  private async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.once(method, path, body).catch((error: unknown): Answer => ({
        status: 503,
        text: String(error),
      }));
      if (answer.status < 400) return answer;
      if (answer.status === 401 && path !== '/sign-in') await this.signIn();
      else if (answer.status < 500 && answer.status !== 429) throw refusal(method, path, answer);
      if (Date.now() > deadline) throw refusal(method, path, answer);
      await sleep(PAUSE_MS);
    }
  }

  private async once(method: string, path: string, body: unknown): Promise<Answer> {
    const isFile = typeof body === 'string';
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': isFile ? 'text/csv' : 'application/json' }),
      },
      body: body === undefined || isFile ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, text: await response.text() };
  }
}

function refusal(method: string, path: string, { status, text }: Answer): Error {
  return new Error(`${method} ${path}: ${status} ${text}`);
}
