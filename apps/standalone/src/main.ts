import 'reflect-metadata';
import { failStart, Logger, readEnvironment, stopOnSignals } from '@switchyard/platform';
import { startStandalone } from './start-standalone';

async function main(): Promise<void> {
  const standalone = await startStandalone(readEnvironment());
  stopOnSignals(() => standalone.stop(), Logger.create({ name: 'standalone' }));
  const banner =
    standalone.pbx === 'simulator' ? 'No PBX is configured: calls are SIMULATED (set IVR_ARI_URL …).\n' : '';
  process.stdout.write(
    `\nSwitchyard is running: ${standalone.url}/api/v1 (documentation: ${standalone.url}/api/docs)\n${banner}`,
  );
}

main().catch((error: unknown) => failStart('standalone', error));
