import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { INBOUND_USAGE, parseInboundOptions } from '../inbound-faults/inbound-options';
import { reportRounds } from '../inbound-faults/inbound-result';
import { runInboundFaults } from '../inbound-faults/run-inbound-faults';
import { parseFaultsOptions, USAGE } from './faults-options';
import { passed, report } from './result';
import { runFaults } from './run-faults';

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    print(`${USAGE}\n\n${INBOUND_USAGE}`);
    return 0;
  }
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => abort.abort(new Error(`ended by ${signal}`)));
  }
  return args[0] === 'inbound' ? inbound(args.slice(1), abort.signal) : notices(args, abort.signal);
}

const newSeed = () => randomInt(2 ** 32);

async function inbound(args: readonly string[], signal: AbortSignal): Promise<number> {
  const options = parseInboundOptions(args, newSeed);
  const result = await runInboundFaults(options, { say: print, signal, name: 'inbound-faults' });
  print(reportRounds(result));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
  const { callers, kills, droppedByFault, silentForever, stuckRows, stuckChannels } = result;
  const { menuAgainMsP50, menuAgainMsMax } = result;
  print(
    JSON.stringify({
      callers,
      kills,
      droppedByFault,
      silentForever,
      stuckRows,
      stuckChannels,
      menuAgainMsP50,
      menuAgainMsMax,
    }),
  );
  return result.findings.length + result.late.length === 0 ? 0 : 1;
}

async function notices(args: readonly string[], signal: AbortSignal): Promise<number> {
  const options = parseFaultsOptions(args, newSeed);
  const result = await runFaults(options, { say: print, signal, name: 'faults' });
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
