// Loaded before a service (`--require`): at SIGUSR2 collects garbage and writes down how much memory is still in use.
import { writeFileSync } from 'node:fs';
import { collectGarbage } from './collect-garbage';

const file = process.env.BENCH_HEAP_FILE;
if (file !== undefined) {
  process.on('SIGUSR2', () => {
    collectGarbage();
    writeFileSync(file, String(process.memoryUsage().heapUsed));
  });
}
