import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { parseDemoOptions, USAGE } from './demo-options';
import { runDemo, type RunningDemo } from './run-demo';

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return print(USAGE);
  const options = parseDemoOptions(process.argv.slice(2));
  const demo = await runDemo(options, print);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(demo.summary, null, 2)}\n`);
  if (options.keep) await keep(demo);
  await demo.stop();
}

async function keep({ platform }: RunningDemo): Promise<void> {
  print(`\nStill running: ${platform.url}/api/v1 (documentation: ${platform.url}/api/docs)`);
  print(`Sign in as ${platform.admin.name} with password ${platform.admin.password}. Ctrl-C ends it.`);
  await new Promise<void>((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        clearInterval(alive);
        resolve();
      });
    }
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `The demo failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);
