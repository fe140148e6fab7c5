import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 60_000;

/** What the demo reads of a batch (GET /api/v1/batches/{id}). */
export interface BatchDetail {
  readonly batch: { readonly id: string; readonly state: string; readonly contacts: number };
  readonly states: { readonly waiting: number; readonly calling: number; readonly done: number };
  readonly dispositions: {
    readonly delivered: number;
    readonly handedOff: number;
    readonly cancelled: number;
  };
  readonly dispositionReasons: readonly NamedCount[];
  readonly outcomes: readonly NamedCount[];
  readonly waitReasons: readonly NamedCount[];
  readonly attempts: number;
  readonly countedAttempts: number;
  readonly final: boolean;
}

export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

export interface Contact {
  readonly id: string;
  readonly accountNo: string;
  readonly state: string;
  readonly countedAttempts: number;
}

interface Import {
  readonly id: string;
  readonly state: string;
  readonly rowsAccepted: number;
  readonly rowsRefused: number;
  readonly failure?: unknown;
}

/** The REST API as a customer of it sees it. @throws Error with the problem's title and code when it refuses. */
export class DemoApi {
  private constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  static async signIn(
    url: string,
    admin: { readonly name: string; readonly password: string },
  ): Promise<DemoApi> {
    const base = `${url}/api/v1`;
    const { accessToken } = await answer<{ accessToken: string }>(
      await fetch(`${base}/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(admin),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }),
    );
    return new DemoApi(base, accessToken);
  }

  createBatch(batch: {
    readonly kind: string;
    readonly name: string;
    readonly policyName: string;
  }): Promise<{ id: string }> {
    return this.post('/batches', batch);
  }

  /** Uploads the file and waits until it is read. */
  async importFile(batchId: string, fileName: string, csv: string): Promise<Import> {
    const path = `/batches/${batchId}/imports?fileName=${encodeURIComponent(fileName)}`;
    let state = await answer<Import>(await this.send('POST', path, { 'content-type': 'text/csv' }, csv));
    while (state.state === 'running') {
      await sleep(200);
      state = await this.get<Import>(`/imports/${state.id}`);
    }
    if (state.state !== 'completed') throw new Error(`the import failed: ${JSON.stringify(state.failure)}`);
    return state;
  }

  start(batchId: string): Promise<unknown> {
    return this.post(`/batches/${batchId}/start`, {});
  }

  batch(batchId: string): Promise<BatchDetail> {
    return this.get(`/batches/${batchId}`);
  }

  async contact(batchId: string, accountNo: string): Promise<Contact | undefined> {
    const page = await this.get<{ items: Contact[] }>(`/batches/${batchId}/contacts?accountNo=${accountNo}`);
    return page.items[0];
  }

  /** Every contact's highest counted attempt. */
  async maxAttempts(batchId: string): Promise<number> {
    let most = 0;
    let cursor: string | undefined;
    do {
      const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.get<{ items: Contact[]; nextCursor?: string }>(
        `/batches/${batchId}/contacts?limit=200${more}`,
      );
      for (const { countedAttempts } of page.items) most = Math.max(most, countedAttempts);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return most;
  }

  pay(accountNo: string, amountFen: number): Promise<unknown> {
    const paidAt = new Date().toISOString();
    return this.post(`/accounts/${accountNo}/payments`, {
      amountFen,
      paidAt,
      source: 'demo',
      reference: `demo-${accountNo}`,
    });
  }

  async handOff(batchId: string, format: 'csv' | 'pdf'): Promise<Buffer> {
    const response = await this.send('GET', `/batches/${batchId}/hand-off/export?format=${format}`, {});
    if (!response.ok) await answer(response);
    return Buffer.from(await response.arrayBuffer());
  }

  private async get<T>(path: string): Promise<T> {
    return answer<T>(await this.send('GET', path, {}));
  }

  private async post<T>(path: string, body: unknown): Promise<T> {
    return answer<T>(
      await this.send('POST', path, { 'content-type': 'application/json' }, JSON.stringify(body)),
    );
  }

  private send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Response> {
    return fetch(this.base + path, {
      method,
      body,
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
