import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  BatchDetail,
  ContactPage,
  ContactTimeline,
  ContactView,
  ImportView,
  WorkOrderView,
} from '@switchyard/contracts';

const TIMEOUT_MS = 60_000;

/** The REST API as a customer of it sees it. @throws Error with the problem's title and code when it refuses. */
export class RestClient {
  private constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  static async signIn(
    url: string,
    admin: { readonly name: string; readonly password: string },
  ): Promise<RestClient> {
    const base = `${url}/api/v1`;
    const { accessToken } = await answer<{ accessToken: string }>(
      await fetch(`${base}/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(admin),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }),
    );
    return new RestClient(base, accessToken);
  }

  createBatch(batch: {
    readonly kind: string;
    readonly name: string;
    readonly policyName: string;
  }): Promise<{ id: string }> {
    return this.post('/batches', batch);
  }

  /** Uploads the file and waits until it is read. */
  async importFile(batchId: string, fileName: string, csv: string | Readable): Promise<ImportView> {
    const path = `/batches/${batchId}/imports?fileName=${encodeURIComponent(fileName)}`;
    let state = await answer<ImportView>(await this.send('POST', path, { 'content-type': 'text/csv' }, csv));
    while (state.state === 'running') {
      await sleep(200);
      state = await this.get<ImportView>(`/imports/${state.id}`);
    }
    if (state.state !== 'completed') throw new Error(`the import failed: ${JSON.stringify(state.failure)}`);
    return state;
  }

  start(batchId: string): Promise<unknown> {
    return this.post(`/batches/${batchId}/start`, {});
  }

  stop(batchId: string): Promise<unknown> {
    return this.post(`/batches/${batchId}/stop`, {});
  }

  batch(batchId: string): Promise<BatchDetail> {
    return this.get(`/batches/${batchId}`);
  }

  async contact(batchId: string, accountNo: string): Promise<ContactView | undefined> {
    const page = await this.get<ContactPage>(`/batches/${batchId}/contacts?accountNo=${accountNo}`);
    return page.items[0];
  }

  async contacts(batchId: string): Promise<readonly ContactView[]> {
    const contacts: ContactView[] = [];
    let cursor: string | undefined;
    do {
      const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.get<ContactPage>(`/batches/${batchId}/contacts?limit=200${more}`);
      contacts.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return contacts;
  }

  timeline(contactId: string): Promise<ContactTimeline> {
    return this.get(`/contacts/${contactId}/timeline`);
  }

  async workOrders(): Promise<readonly WorkOrderView[]> {
    return (await this.get<{ items: WorkOrderView[] }>('/work-orders?limit=200')).items;
  }

  pay(accountNo: string, amountFen: number): Promise<unknown> {
    const paidAt = new Date().toISOString();
    return this.post(`/accounts/${accountNo}/payments`, {
      amountFen,
      paidAt,
      source: 'rest-client',
      reference: `rest-client-${accountNo}`,
    });
  }

  async handOff(batchId: string, format: 'csv' | 'pdf'): Promise<Buffer> {
    const response = await this.send('GET', `/batches/${batchId}/hand-off/export?format=${format}`, {});
    if (!response.ok) await answer(response);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Any other resource; `path` begins with a slash, below /api/v1. */
  async get<T>(path: string): Promise<T> {
    return answer<T>(await this.send('GET', path, {}));
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return answer<T>(
      await this.send('POST', path, { 'content-type': 'application/json' }, JSON.stringify(body)),
    );
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return answer<T>(
      await this.send('PUT', path, { 'content-type': 'application/json' }, JSON.stringify(body)),
    );
  }

  private send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Readable,
  ): Promise<Response> {
    return fetch(this.base + path, {
      method,
      body: body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : body,
      duplex: 'half',
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as T;
  throw new Error(`${response.status} from ${new URL(response.url).pathname}: ${text}`);
}
