import { loadConfig, Logger, type RunningService, SystemClock } from '@switchyard/platform';
import { describeWithLab, pbxSchemaSql, type PlacedCall, recordsAt, waitFor } from '@switchyard/testing';
import { Client } from 'pg';
import { openPromptLibrary, PromptsConfig } from '../../src/prompts';
import { CommandRunner } from '../../src/prompts/synthesis/command-runner';
import { createAsteriskNode } from '../../src/telephony/asterisk/create-asterisk-node';
import { keptLog } from '../../src/telephony/asterisk/testing/kept-log';
import { unitOf } from '../dialer-fixture';
import { BOUND_NUMBER, CallFlowFixture } from './call-flow-fixture';

const STRANGER = '+8613900010777';

let fixture: CallFlowFixture;

async function startRecords() {
  fixture = await CallFlowFixture.open();
  const pbx = new Client({ connectionString: fixture.postgres.url('pbx') });
  await pbx.connect();
  await pbx.query(pbxSchemaSql());
  await pbx.end();
  return { name: 'call-flow', records: recordsAt(fixture.postgres.url('pbx')) };
}

type Node = ReturnType<typeof createAsteriskNode>;

describeWithLab(
  'a caller on a real PBX',
  (lab) => {
    let node: Node;
    let service: RunningService;

    async function start(): Promise<RunningService> {
      const { prompts, recordings, ari, node: name } = lab();
      const config = loadConfig(PromptsConfig, {
        IVR_SPEECH: 'silent',
        IVR_PROMPTS_DIR: prompts.host,
        IVR_PROMPTS_DIR_ON_PBX: prompts.inside,
      });
      const library = await openPromptLibrary(config, {
        clock: new SystemClock(),
        logger: Logger.silent(),
        commands: new CommandRunner({ timeoutMs: 10_000 }),
      });
      node = createAsteriskNode({ name, ari, log: keptLog() });
      return fixture.start(node, library, recordings.host);
    }

    beforeAll(async () => {
      await waitFor('call records attached', () => lab().asterisk.recordsAttached(), 20_000);
      service = await start();
    }, 120_000);

    afterAll(async () => {
      await fixture?.close();
      await node?.close();
    }, 60_000);

    /** The newest call of a number, or of nobody. */
    async function newest(condition: string): Promise<Record<string, unknown>> {
      const [row] = await unitOf(service).query<Record<string, unknown>>(
        `select * from inbound_calls where ${condition} order by started_at desc limit 1`,
      );
      return row ?? {};
    }

    /** The first key some seconds after the answer, each other after the one before it. */
    const keys = (text: string) =>
      Array.from(text, (key, index) => ({ afterMs: index === 0 ? 4_000 : 2_000, key }));

    const dial = (from: string, pressed: string, seconds: number): Promise<PlacedCall> =>
      lab().callIn({ from, to: '95598', keys: keys(pressed), seconds });

    it('hears the bill of the account that is bound to the number', async () => {
      const call = await dial(BOUND_NUMBER, '111', 20);
      expect(call.end).toBe('caller-hung-up');
      expect(call.heardSeconds).toBeGreaterThan(5);
      await waitFor('the end of the call', async () => (await newest('true')).phase === 'ended', 20_000);
      expect(await newest('true')).toMatchObject({
        from_number: BOUND_NUMBER,
        self_service_completed: true,
        identified_by: 'phone',
        end_reason: 'caller-hung-up',
      });
    }, 90_000);

    it('leaves no number anywhere when the report is to be anonymous', async () => {
      const before = fixture.ticket.orders.length;
      await lab().callIn({
        from: STRANGER,
        to: '95598',
        keys: keys('322').map((key) => ({ ...key, via: 'info' as const })),
        seconds: 50,
        hellos: 80,
      });
      await waitFor('the report', () => Promise.resolve(fixture.ticket.orders.length > before), 60_000);
      expect(fixture.ticket.orders.at(-1)).toMatchObject({ kind: 'misconduct-report', anonymous: true });
      const traces = await unitOf(service).query<{ row: string }>(
        ['pbx.cdr', 'pbx.cel', 'pbx.queue_log', 'inbound_calls', 'held_cases', 'call']
          .map((table) => `select '${table} ' || row_to_json(t)::text as row from ${table} t`)
          .join(' union all '),
      );
      expect(traces.map(({ row }) => row).filter((row) => row.includes(STRANGER.slice(3)))).toEqual([]);
      expect(fixture.logged.join('')).not.toContain(STRANGER.slice(3));
    }, 240_000);
  },
  startRecords,
);
