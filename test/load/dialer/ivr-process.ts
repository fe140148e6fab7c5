import path from 'node:path';
import { freePort, labEnvironment, ServiceProcess } from '@switchyard/testing';
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
      ...(profileFolder === undefined ? {} : profiled(profileFolder)),
      FILES_DIR: path.join(platform.folder, 'files'),
      DATABASE_URL: platform.postgres.url('ivr'),
      IVR_HTTP_PORT: String(port),
    },
  });
  await ivr.start();
  return ivr;
}

function profiled(folder: string): Record<string, string> {
  return {
    NODE_OPTIONS: `--require=${path.join(__dirname, '../bench/keep-profile.js')}`,
    BENCH_PROFILE_DIR: path.resolve(folder),
  };
}

/** Ends what a failed run left. */
export async function killIvr({ platform }: Scene): Promise<void> {
  const { folder } = platform;
  await new ServiceProcess({ app: 'ivr', name: NAME, folder, port: 1, env: {} }).kill();
}
