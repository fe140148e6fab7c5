import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteBatch, GetBatch, GetImport, ImportFile, StartBatch } from '@switchyard/contracts';
import { batchCsv } from '@switchyard/testing';
import { Client } from 'pg';
import { bills, CampaignFixture } from './campaign-fixture';

describe('an import that is interrupted', () => {
  let fixture: CampaignFixture;

  beforeEach(async () => {
    fixture = await CampaignFixture.open();
  }, 120_000);

  afterEach(() => fixture.close());

  /** Begins an import whose file goes on until the returned function is called. */
  async function slowImport(batchId: string, key: string) {
    let more = true;
    const endless = (async function* () {
      let from = 1;
      yield* batchCsv({ kind: 'bill-notice', rows: 5_000, from });
      while (more) {
        from += 5_000;
        const [, ...rows] = [...batchCsv({ kind: 'bill-notice', rows: 50, from })].join('').split('\n');
        yield rows.join('\n');
        await sleep(20);
      }
    })();
    await fixture.files.put(key, bills(2));
    const { get } = fixture.files;
    let reads = 0;
    // The first reading knows the bytes; the second one is the import itself.
    fixture.files.get = async (asked) =>
      asked === key && ++reads > 1 ? Readable.from(toBuffers(endless)) : get.call(fixture.files, asked);
    const begun = await fixture.call(ImportFile, { batchId, fileKey: key });
    return { importId: begun.id, end: () => (more = false) };
  }

  async function rowsSeen(importId: string): Promise<void> {
    while ((await fixture.call(GetImport, { importId })).rowsTotal === 0) await sleep(50);
  }

  it('by a stop of the service is failed, keeps no row, and the file may come again', async () => {
    const batch = await fixture.createBatch();
    const { importId } = await slowImport(batch.id, 'imports/slow');
    await rowsSeen(importId);
    await fixture.service.stop();
    await fixture.start();
    expect(await fixture.call(GetImport, { importId })).toMatchObject({
      state: 'failed',
      rowsAccepted: 0,
      failure: { code: 'import.interrupted' },
    });
    expect((await fixture.call(GetBatch, { batchId: batch.id })).states.waiting).toBe(0);
    expect(await fixture.importFile(batch.id, bills(2))).toMatchObject({
      state: 'completed',
      rowsAccepted: 2,
    });
  });

  it('by the loss of its database connection is failed with nothing kept', async () => {
    const batch = await fixture.createBatch();
    const { importId } = await slowImport(batch.id, 'imports/slow');
    await rowsSeen(importId);
    const admin = new Client({ connectionString: fixture.postgres.adminUrl });
    await admin.connect();
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy contact%'`,
    );
    await admin.end();
    const failed = await fixture.ended(importId);
    expect(failed).toMatchObject({ state: 'failed', rowsAccepted: 0 });
    expect((await fixture.call(GetBatch, { batchId: batch.id })).states.waiting).toBe(0);
  });

  it('by the death of its process is failed by whoever starts next, once its lease has run out', async () => {
    const batch = await fixture.createBatch();
    await fixture.query(
      `insert into import (id, batch_id, kind, source, sha256, state, created_by, lease_until) values
         ('00000000-0000-4000-8000-000000000001', $1, 'bill-notice', 'file', 'dead', 'running', 'x', now() - interval '1 s')`,
      [batch.id],
    );
    const alive = await fixture.createBatch();
    await fixture.query(
      `insert into import (id, batch_id, kind, source, sha256, state, created_by, lease_until) values
         ('00000000-0000-4000-8000-000000000002', $1, 'bill-notice', 'file', 'alive', 'running', 'x', now() + interval '1 h')`,
      [alive.id],
    );
    await fixture.service.stop();
    await fixture.start();
    const state = async (n: number) =>
      (await fixture.call(GetImport, { importId: `00000000-0000-4000-8000-00000000000${n}` })).state;
    expect([await state(1), await state(2)]).toEqual(['failed', 'running']);
  });

  it('is waited for: no second import, start or deletion meanwhile, and every request is answered at once', async () => {
    const batch = await fixture.createBatch();
    await fixture.importFile(batch.id, bills(1, 90_000));
    const { importId, end } = await slowImport(batch.id, 'imports/slow');
    await rowsSeen(importId);
    const refusals = await Promise.all([
      fixture.refusal(fixture.upload(batch.id, bills(3, 91_000))),
      fixture.refusal(fixture.call(StartBatch, { batchId: batch.id })),
      fixture.refusal(fixture.call(DeleteBatch, { batchId: batch.id })),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('import.already-running'));
    end();
    expect(await fixture.ended(importId)).toMatchObject({ state: 'completed' });
    await fixture.call(StartBatch, { batchId: batch.id });
  });
});

async function* toBuffers(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}
