import { describeWithLab } from '@switchyard/testing';
import { parseInboundOptions } from './inbound-options';
import { reportRounds } from './inbound-result';
import { runInboundFaults } from './run-inbound-faults';

/** A failing run is made again by `npm run faults -- inbound --short --seed N`. */
const newSeed = () => Math.floor(Math.random() * 2 ** 32);

/** Whoever takes longer is ended by the run itself, which cleans up. */
const RUN_MS = 5 * 60_000;
const TIMEOUT_MS = RUN_MS + 90_000;
const NAME = 'inbound-short';

describeWithLab(
  'callers in menus, in the queue and with agents, while the ivr process is killed',
  (lab) => {
    it(
      'keep their calls and their places; menus are heard again, and newcomers are queued',
      async () => {
        const said: string[] = [];
        const result = await runInboundFaults(parseInboundOptions(['--short'], newSeed), {
          say: (line) => said.push(line),
          signal: AbortSignal.timeout(RUN_MS),
          name: NAME,
          lab: lab(),
        });
        if (result.findings.length > 0) throw new Error([...said, reportRounds(result)].join('\n'));
        expect(result).toMatchObject({
          kills: 1,
          droppedByFault: 0,
          silentForever: 0,
          stuckRows: 0,
          stuckChannels: 0,
        });
        expect(result.callers).toBeGreaterThanOrEqual(30);
        expect(result.menuAgainMsMax).not.toBeNull();
      },
      TIMEOUT_MS,
    );
  },
  { name: NAME },
);
