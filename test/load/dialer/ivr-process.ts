import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@switchyard/platform';
import { labEnvironment, ServiceProcess, waitFor } from '@switchyard/testing';
import { preload, profiled } from '../bench/profiled';
import type { Scene } from './scene';

const NAME = 'ivr-1';

/** Starts the platform's ivr process, as its operators do, with these settings. */
export async function startIvr(
  { lab, platform }: Scene,
  settings: Readonly<Record<string, string>>,
  profileFolder?: string,
): Promise<ServiceProcess> {
  const port = await freePort();
  const ivr = new ServiceProcess({
    app: 'ivr',
    name: NAME,
    folder: platform.folder,
    port,
    env: {
      ...labEnvironment(lab),
      IVR_SPEECH: 'silent',
      IVR_UNIT_NAME: '江城',
      LOG_LEVEL: 'info',
      ...settings,
      ...observed(platform.folder, profileFolder),
      FILES_DIR: path.join(platform.folder, 'files'),
      DATABASE_URL: platform.postgres.url('ivr'),
      IVR_HTTP_PORT: String(port),
    },
  });
  await ivr.start();
  return ivr;
}

function observed(folder: string, profileFolder: string | undefined): Record<string, string> {
  const { NODE_OPTIONS = '', ...profile } = profiled(profileFolder);
  return {
    ...profile,
    NODE_OPTIONS: `${preload('tell-heap')} ${NODE_OPTIONS}`.trim(),
    BENCH_HEAP_FILE: heapFile(folder),
  };
}

const heapFile = (folder: string) => path.join(folder, 'ivr-heap');

/** Megabytes that the ivr process still uses after its garbage was collected. */
export async function liveHeapMb({ platform }: Scene, ivr: ServiceProcess): Promise<number> {
  const file = heapFile(platform.folder);
  rmSync(file, { force: true });
  ivr.signal('SIGUSR2');
  await waitFor(
    'the ivr process tells its heap',
    () => existsSync(file) && readFileSync(file).length > 0,
    5_000,
  );
  return Number(readFileSync(file, 'utf8')) / 1024 ** 2;
}

/** Ends what a failed run left. */
export async function killIvr({ platform }: Scene): Promise<void> {
  const { folder } = platform;
  await new ServiceProcess({ app: 'ivr', name: NAME, folder, port: 1, env: {} }).kill();
}
