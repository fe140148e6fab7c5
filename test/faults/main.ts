import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseFaultsOptions, USAGE } from './faults-options';
import { passed, report } from './result';
import { runFaults } from './run-faults';

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    print(USAGE);
    return 0;
  }
  const options = parseFaultsOptions(process.argv.slice(2), () => randomInt(2 ** 32));
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => abort.abort(new Error(`ended by ${signal}`)));
  }
  const result = await runFaults(options, { say: print, signal: abort.signal, name: 'faults' });
  print(report(result));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
  const { kills, calls, contacts, doubleDialled, overAttempts, lost } = result;
  print(JSON.stringify({ kills, calls, contacts, doubleDialled, overAttempts, lost }));
  return passed(result) ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(
      `The faults could not be run: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  },
);
