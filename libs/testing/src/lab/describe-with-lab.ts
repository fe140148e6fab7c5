import { ensureLabPrograms } from './host/find-way';
import { LabUnavailable } from './host/lab-unavailable';
import { startLab, type LabOptions } from './lab';
import type { Lab } from './lab-handle';

const START_TIMEOUT_MS = 120_000;

/**
 * Jest's `describe` for tests on the lab. Where the lab cannot run, the tests are reported as skipped under the
 * reason; with CI=true that is a failure instead. Call `lab()` inside tests and hooks only. `options` may be a
 * function, for what is known only at run time, e.g. the port of a Postgres for the call records.
 */
export function describeWithLab(
  name: string,
  define: (lab: () => Lab) => void,
  options: LabOptions | (() => Promise<LabOptions>) = {},
): void {
  const reason = whyNot();
  if (reason === undefined) {
    describe(name, () => onLab(define, options));
  } else if (process.env.CI === 'true') {
    describe(name, () => {
      it('has its lab', () => {
        throw new LabUnavailable(reason);
      });
    });
  } else {
    // Jest shows the names of skipped tests only when told to be verbose.
    process.stderr.write(`skipped: ${name}: ${reason}\n`);
    describe.skip(`${name} (skipped: ${reason})`, () => onLab(define, options));
  }
}

function onLab(define: (lab: () => Lab) => void, options: LabOptions | (() => Promise<LabOptions>)): void {
  let running: Lab | undefined;
  beforeAll(async () => {
    running = await startLab({
      name: `test-${process.env.JEST_WORKER_ID ?? '1'}`,
      ...(typeof options === 'function' ? await options() : options),
    });
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    await running?.release();
  }, START_TIMEOUT_MS);
  define(() => {
    if (!running) throw new Error('the lab runs only during tests and their hooks');
    return running;
  });
}

function whyNot(): string | undefined {
  try {
    ensureLabPrograms();
    return undefined;
  } catch (error) {
    if (error instanceof LabUnavailable) return error.message;
    throw error;
  }
}
