// `npm test`: every check there is, one after another, going on after a failure. The last line is
// `N passed, N failed, N skipped`: lint, types and dependency rules count as one each, tests one by one.
// With CI=true a skipped test is a failure: there the lab must be had.
// `npm test -- types unit` runs only the steps named.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (file) => [process.execPath, path.join(root, 'node_modules', file)];
const jest = (project, ...flags) => [
  ...bin('jest/bin/jest.js'),
  ...['--selectProjects', project, '--passWithNoTests', ...flags],
];

const STEPS = {
  lint: { command: [...bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], minutes: 5 },
  types: { command: [...bin('typescript/bin/tsc'), '--noEmit'], minutes: 5 },
  deps: { command: [process.execPath, 'tools/check-dependencies.mjs'], minutes: 3 },
  // What the whole-system tests start. It counts only when it fails.
  build: { command: [process.execPath, 'tools/build.mjs'], minutes: 2, uncounted: true },
  unit: { command: jest('unit'), tests: true, minutes: 8 },
  // These wait more than they compute; each worker has a lab of its own.
  integration: { command: jest('integration', '--maxWorkers=4'), tests: true, minutes: 12 },
  e2e: { command: jest('e2e', '--maxWorkers=2'), tests: true, minutes: 12 },
};

let current;

/** @returns exit code of the command, 1 when it was ended by a signal or took too long */
function run([command, ...args], minutes) {
  return new Promise((resolve) => {
    // A group of its own, so that nothing which a step has started survives it.
    current = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    const { pid } = current;
    const timer = setTimeout(() => {
      console.error(`\n… took longer than ${minutes} minutes and is stopped`);
      endGroup(pid);
    }, minutes * 60_000);
    current.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    current.on('exit', (code) => {
      clearTimeout(timer);
      endGroup(pid);
      resolve(code ?? 1);
    });
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function runStep(name, folder) {
  const { command, tests, minutes, uncounted } = STEPS[name];
  console.log(`\n── ${name}`);
  if (tests) return runTests(name, command, minutes, path.join(folder, `${name}.json`));
  const failed = (await run(command, minutes)) === 0 ? 0 : 1;
  return { passed: failed || uncounted ? 0 : 1, failed, skipped: 0 };
}

async function runTests(name, command, minutes, file) {
  const code = await run([...command, '--json', '--outputFile', file], minutes);
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const passed = report.numPassedTests;
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && !hasFailure(suite)).length;
  const failed = report.numFailedTests + broken;
  // A run that failed without a failed test (a handle left open, a crash) is a failure all the same.
  return {
    passed,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function hasFailure(suite) {
  return suite.assertionResults.some((test) => test.status === 'failed');
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (current?.pid !== undefined) endGroup(current.pid);
    process.exit(1);
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}: there are ${Object.keys(STEPS).join(', ')}`);
  process.exit(1);
}

const folder = await mkdtemp(path.join(tmpdir(), 'switchyard-test-run-'));
const results = new Map();
try {
  for (const name of asked.length > 0 ? asked : Object.keys(STEPS)) {
    results.set(name, await runStep(name, folder));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

console.log('');
for (const [name, { passed, failed, skipped }] of results) {
  const note = failed > 0 ? 'FAILED' : 'ok';
  console.log(`${name.padEnd(12)} ${note.padEnd(7)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
}
const sum = (field) => [...results.values()].reduce((total, result) => total + result[field], 0);
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
const lacking = process.env.CI === 'true' && skipped > 0;
if (lacking) console.log('skipped tests are failures here, because CI=true');
process.exitCode = failed > 0 || lacking ? 1 : 0;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
