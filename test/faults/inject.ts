import type { ServiceProcess } from '@switchyard/testing';
import type { FaultName } from './fault-names';
import { killPostgres } from './kill-postgres';
import type { Scene } from './scene';

/** Longer than a node's lease, so that whoever was stopped for it has lost it. Milliseconds. */
const BEYOND_LEASE_MS = { least: 19_000, most: 26_000 };

/** Starts of a process that may fail because something else is away too: whoever supervises it starts it again. */
const STARTS = 5;

/** What a fault strikes: faults of different parts may overlap. */
export function struckBy(fault: FaultName): 'ivr' | 'asterisk' | 'nats' | 'postgres' {
  switch (fault) {
    case 'kill-holder':
    case 'kill-standby':
    case 'stop-holder':
      return 'ivr';
    case 'restart-asterisk':
      return 'asterisk';
    case 'restart-nats':
      return 'nats';
    case 'restart-postgres':
      return 'postgres';
  }
}

/** Does it, and brings back what was taken away. */
export async function inject(fault: FaultName, scene: Scene): Promise<void> {
  switch (fault) {
    case 'kill-holder':
      return killAndRestart(await scene.holder(), scene);
    case 'kill-standby':
      return killAndRestart(await scene.standby(), scene);
    case 'stop-holder':
      return stopAndContinue(await scene.holder(), scene);
    case 'restart-asterisk':
      return restartAsterisk(scene);
    case 'restart-nats':
      await scene.lab.nats.kill();
      await scene.pause(300, 5_000);
      return scene.lab.nats.start();
    case 'restart-postgres':
      return restartPostgres(scene);
  }
}

async function killAndRestart(process: ServiceProcess, scene: Scene): Promise<void> {
  await process.kill();
  for (let start = 1; ; start++) {
    await scene.pause(1_000, 8_000);
    try {
      return await process.start();
    } catch (error) {
      if (start === STARTS) throw error;
      scene.say(`    ${process.name} did not start: ${firstLine(error)}`);
    }
  }
}

async function stopAndContinue(process: ServiceProcess, scene: Scene): Promise<void> {
  process.signal('SIGSTOP');
  try {
    await scene.pause(BEYOND_LEASE_MS.least, BEYOND_LEASE_MS.most);
    const other = await scene.holder(process);
    scene.say(`    process ${other.pid} took the node over`);
  } finally {
    process.signal('SIGCONT');
  }
}

async function restartAsterisk(scene: Scene): Promise<void> {
  const { lab, deaths } = scene;
  const death = { from: Date.now(), to: Number.POSITIVE_INFINITY };
  deaths.push(death);
  await lab.asterisk.kill();
  // What was on the wire is read by the subscribers before the next PBX speaks to them.
  await scene.pause(500, 3_000);
  death.to = Date.now();
  await lab.asterisk.start();
}

async function restartPostgres(scene: Scene): Promise<void> {
  const { postgres } = scene.platform;
  if (!postgres) throw new Error('the platform has no database of its own');
  await killPostgres(postgres.pid);
  await scene.pause(200, 3_000);
  await postgres.restart();
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
