// Loaded before a service (`--require`): keeps a CPU profile of the whole process. NODE_OPTIONS refuses --cpu-prof.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import path from 'node:path';

const folder = process.env.BENCH_PROFILE_DIR;
if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 1_000 });
  session.post('Profiler.start');
  process.once('exit', () => {
    session.post('Profiler.stop', (_error, result) => {
      const file = path.join(folder, `${Date.now()}-${process.pid}.cpuprofile`);
      if (result) writeFileSync(file, JSON.stringify(result.profile));
    });
  });
}
