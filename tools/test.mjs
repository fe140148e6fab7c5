// `npm test`: every check there is, going on after a failure. The last line is `N passed, N failed, N skipped`: lint,
// types and dependency rules count as one each, tests one by one. Tests on the lab have the processors first: what
// only computes runs beside them, behind. With CI=true a skipped test is a failure: there the lab must be had.
// `npm test -- types unit` runs only the steps named.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (file) => [process.execPath, path.join(root, 'node_modules', file)];
const jest = (project, ...flags) => [
  ...bin('jest/bin/jest.js'),
  ...['--selectProjects', project, '--passWithNoTests', ...flags],
];

const STEPS = {
  // What the whole-system tests start. It counts only when it fails.
  build: { command: [process.execPath, 'tools/build.mjs'], minutes: 2, uncounted: true },
  // These wait more than they compute; each worker has a lab of its own.
  integration: { command: jest('integration', '--maxWorkers=4'), tests: true, minutes: 12 },
  e2e: { command: jest('e2e', '--maxWorkers=2'), tests: true, minutes: 12 },
  types: { command: [...bin('typescript/bin/tsc'), '--noEmit'], minutes: 8 },
  lint: { command: [...bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], minutes: 10 },
  deps: { command: [process.execPath, 'tools/check-dependencies.mjs'], minutes: 8 },
  unit: { command: jest('unit', '--maxWorkers=1'), tests: true, minutes: 10 },
};

/** Each is a row of steps, one after another; the rows run side by side. */
const FIRST = ['build', 'integration', 'e2e'];
const BEHIND = [
  ['types', 'lint'],
  ['deps', 'unit'],
];
const NICE = 15;
const LAST_WORDS_MS = 5_000;

const running = new Set();

/** @returns its exit code, 1 when it was ended by a signal or took too long, and what it said when it runs behind */
function run([command, ...args], minutes, behind) {
  return new Promise((resolve) => {
    // A group of its own, so that nothing which a step has started survives it.
    const stdio = ['ignore', ...(behind ? ['pipe', 'pipe'] : ['inherit', 'inherit'])];
    const child = spawn(command, args, { cwd: root, stdio, detached: true });
    const { pid } = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (said += text));
    }
    const timer = setTimeout(() => {
      said += `\n… took longer than ${minutes} minutes and is stopped`;
      if (!behind) console.error(said);
      endGroup(pid);
    }, minutes * 60_000);
    const settle = (code) => {
      clearTimeout(timer);
      running.delete(pid);
      resolve({ code: code ?? 1, said });
    };
    child.on('error', (error) => {
      said += error.message;
      settle(1);
    });
    child.on('exit', (code) => {
      endGroup(pid);
      // Who left the group may hold its output open for ever.
      setTimeout(settle, LAST_WORDS_MS, code).unref();
    });
    child.on('close', settle);
    if (pid === undefined) return;
    running.add(pid);
    if (behind) setPriority(pid, NICE);
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function runStep(name, folder, behind) {
  const { command, tests, minutes, uncounted } = STEPS[name];
  const report = path.join(folder, `${name}.json`);
  const head = `\n── ${name}`;
  if (!behind) console.log(head);
  const from = Date.now();
  const { code, said } = await run(
    tests ? [...command, '--json', '--outputFile', report] : command,
    minutes,
    behind,
  );
  const seconds = Math.round((Date.now() - from) / 1000);
  // In one piece, since others speak meanwhile.
  if (said !== '' || behind) console.log(`${behind ? head : ''}\n${said.trimEnd()}`);
  if (tests) return { ...(await countTests(code, report)), seconds };
  const failed = code === 0 ? 0 : 1;
  return { passed: failed || uncounted ? 0 : 1, failed, skipped: 0, seconds };
}

async function countTests(code, file) {
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
    for (const pid of running) endGroup(pid);
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
  const wanted = (row) => row.filter((name) => asked.length === 0 || asked.includes(name));
  const runRow = async (row, behind) => {
    for (const name of row) results.set(name, await runStep(name, folder, behind));
  };
  const first = wanted(FIRST);
  // Alone they have nobody to stand behind.
  await Promise.all([
    runRow(first, false),
    ...BEHIND.map((row) => runRow(wanted(row), first.length > 0 || asked.length !== 1)),
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

console.log('');
for (const [name, { passed, failed, skipped, seconds }] of results) {
  const note = failed > 0 ? 'FAILED' : 'ok';
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  console.log(`${name.padEnd(12)} ${note.padEnd(7)} ${counts} (${seconds} s)`);
}
const sum = (field) => [...results.values()].reduce((total, result) => total + result[field], 0);
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
const lacking = process.env.CI === 'true' && skipped > 0;
if (lacking) console.log('skipped tests are failures here, because CI=true');
process.exitCode = failed > 0 || lacking ? 1 : 0;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
