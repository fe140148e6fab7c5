import { describeWithLab } from '@switchyard/testing';
import { parseFaultsOptions } from './faults-options';
import { passed, report } from './result';
import { runFaults } from './run-faults';

/** Each run with another order and other moments; a failing one is made again by `npm run faults -- --short --seed N`. */
const newSeed = () => Math.floor(Math.random() * 2 ** 32);

/** Whoever takes longer is ended by the run itself, which cleans up. */
const RUN_MS = 4 * 60_000;
const TIMEOUT_MS = RUN_MS + 90_000;
const NAME = 'faults-short';

describeWithLab(
  'a batch that is dialled while the dialer, the PBX and the database are killed',
  (lab) => {
    it(
      'reaches every customer at most three times, none twice, and loses nobody',
      async () => {
        const said: string[] = [];
        const run = {
          say: (line: string) => said.push(line),
          signal: AbortSignal.timeout(RUN_MS),
          name: NAME,
          lab: lab(),
        };
        const result = await runFaults(parseFaultsOptions(['--short'], newSeed), run);
        if (!passed(result)) throw new Error([...said, report(result)].join('\n'));
        expect(result).toMatchObject({ kills: 3, doubleDialled: 0, overAttempts: 0, lost: 0 });
        expect(result.calls).toBeGreaterThanOrEqual(result.contacts / 2);
      },
      TIMEOUT_MS,
    );
  },
  { name: NAME },
);
