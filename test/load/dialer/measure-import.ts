import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { RestClient, writeBatchFile } from '@switchyard/testing';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { BenchOptions } from '../bench-options';
import { familyCpuMs, processUse } from '../bench/process-family';
import { withDatabase } from './database';
import { startIvr } from './ivr-process';
import type { Scene } from './scene';

export interface ImportResult {
  readonly rows: number;
  readonly fileMb: number;
  /** From the last byte uploaded until the import has ended. */
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly copySeconds: number;
  readonly copyRowsPerSecond: number;
  /** CPU seconds of the importing process. */
  readonly cpuSeconds: number;
  /** The importing process before the import, and at most. */
  readonly idleMb: number;
  readonly peakMb: number;
}

const COLUMNS = `batch_id, import_id, line, account_no, period, customer_name, customer_kind, number, extension,
  language, payable_fen, notice`;
const COPY_RUNS = 2;

/** A file through the REST API into an empty table; then its accepted rows by COPY into the same table, emptied. */
export async function measureImport(scene: Scene, { rows, profile }: BenchOptions): Promise<ImportResult> {
  const { platform, say } = scene;
  const file = path.join(platform.folder, 'bench-rows.csv');
  say(`  writing a file of ${rows} rows`);
  await writeBatchFile(file, 'csv', { kind: 'bill-notice', rows });
  const ivr = await startIvr(scene, {}, profile);
  await emptyTable(scene);
  scene.signal.throwIfAborted();
  const idle = processUse(ivr.pid);
  const cpuBefore = familyCpuMs(ivr.pid);
  const api = await RestClient.signIn(platform.url, platform.admin);
  const { id } = await api.createBatch({ kind: 'bill-notice', name: 'Bench import', policyName: 'test' });
  const content = createReadStream(file, { highWaterMark: 1 << 20 });
  let uploadedAt = 0;
  content.once('end', () => (uploadedAt = Date.now()));
  const view = await api.importFile(id, 'bench-rows.csv', content);
  if (view.rowsAccepted !== rows) throw new Error(`${view.rowsAccepted} of ${rows} rows were accepted`);
  const seconds = (new Date(view.endedAt ?? Date.now()).getTime() - uploadedAt) / 1000;
  const peak = processUse(ivr.pid);
  const cpuSeconds = (familyCpuMs(ivr.pid) - cpuBefore) / 1000;
  await ivr.stop();
  say(`  imported in ${seconds.toFixed(1)} s`);
  const copySeconds = await measureCopy(scene, file.replace(/csv$/, 'copy'));
  return {
    rows,
    fileMb: (await stat(file)).size / 1024 ** 2,
    seconds,
    rowsPerSecond: rows / seconds,
    copySeconds,
    copyRowsPerSecond: rows / copySeconds,
    cpuSeconds,
    idleMb: idle?.residentMb ?? 0,
    peakMb: peak?.peakMb ?? 0,
  };
}

/** The best of some runs. Seconds. */
async function measureCopy(scene: Scene, file: string): Promise<number> {
  await withDatabase(scene, async (client) => {
    const rows = client.query(copyTo(`copy (select ${COLUMNS} from ivr.contact order by id) to stdout`));
    await pipeline(rows, createWriteStream(file), { signal: scene.signal });
  });
  const runs: number[] = [];
  for (let run = 0; run < COPY_RUNS; run++) {
    await emptyTable(scene);
    const startedAt = performance.now();
    await withDatabase(scene, async (client) => {
      const copy = client.query(copyFrom(`copy ivr.contact (${COLUMNS}) from stdin`));
      await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), copy, { signal: scene.signal });
    });
    runs.push((performance.now() - startedAt) / 1000);
    scene.say(`  COPY in ${runs.at(-1)?.toFixed(1)} s`);
  }
  return Math.min(...runs);
}

/** Both begin with no row and with nothing left to write. */
async function emptyTable(scene: Scene): Promise<void> {
  await withDatabase(scene, async (client) => {
    await client.query('truncate ivr.contact cascade');
    await client.query('checkpoint');
  });
}
