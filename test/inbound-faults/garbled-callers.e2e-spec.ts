import path from 'node:path';
import { describeWithLab, type CrowdCall, type Platform, startPlatform, waitFor } from '@switchyard/testing';
import { Pool } from 'pg';
import { type ShortSpeech, startShortSpeech } from '../faults/short-speech';
import { SeededRandom } from '../faults/seeded-random';
import { type Agent, seatAgent } from './agents';
import { garbledCallers } from './garbled-plans';
import { keyedInLogs, logsIn } from './keyed-in-logs';
import { mostAtOnce } from './most-at-once';
import { isNothing, type LeftBehind, leftBehind } from './left-behind';

const NAME = 'garbled';
const CALLERS = 200;
const PER_SECOND = 100;
/** The longest plan, and some more. */
const ALL_OVER_MS = 120_000;
const CLEAN_MS = 60_000;

describeWithLab(
  'two hundred garbled callers at once',
  (lab) => {
    /** A failing run is made again with its seed. */
    const seed = Math.floor(Math.random() * 2 ** 32);
    const callers = garbledCallers(CALLERS, new SeededRandom(seed));
    const agents: Agent[] = [];
    let speech: ShortSpeech;
    let platform: Platform;
    let database: Pool;
    let calls: readonly CrowdCall[];

    beforeAll(async () => {
      speech = await startShortSpeech(lab().sip.host);
      platform = await startPlatform({
        name: NAME,
        lab: lab(),
        env: {
          IVR_SPEECH: 'http',
          IVR_SPEECH_URL: speech.url,
          IVR_UNIT_NAME: '江城',
          IVR_LINES: '400',
          GATEWAY_RATE_PER_MINUTE: '10000',
        },
      });
      database = new Pool({ connectionString: platform.postgres?.adminUrl, max: 3 });
      for (const number of [1, 2]) {
        agents.push(await seatAgent(lab(), platform, number, { answerAfterMs: 300, talkSeconds: 2 }));
      }
      await agents[0]?.ready(); // the other one is away: callers wait
    }, 400_000);

    afterAll(async () => {
      await Promise.all(agents.map(({ phone }) => phone.unplug()));
      await database?.end();
      await platform?.stop();
      await speech?.stop();
    }, 120_000);

    it('are all done with in the end', async () => {
      calls = await lab().crowd({ callers, perSecond: PER_SECOND }).finish(ALL_OVER_MS);
      const refused = calls.filter(({ end }) => end === 'refused');
      expect({ seed, refused }).toEqual({ seed, refused: [] });
      expect(mostAtOnce(calls)).toBeGreaterThan(CALLERS / 2);
      const { rows } = await database.query<{ calls: number; queued: number; talked: number }>(
        `select (select count(*)::int from ivr.inbound_calls) as calls,
           (select count(*)::int from ivr.queue_calls) as queued,
           (select count(*)::int from ivr.queue_calls where agent_id is not null) as talked`,
      );
      expect(rows[0]?.calls).toBeGreaterThan(CALLERS / 2);
      expect(rows[0]?.queued).toBeGreaterThan(CALLERS / 20);
      expect(rows[0]?.talked).toBeGreaterThan(0);
    }, 200_000);

    it('leave no channel, bridge, place in a queue or open row behind', async () => {
      const left = await leftBehind(
        { lab: lab(), database, agents: agents.map(({ sipUser }) => sipUser), ivr: platform.ivr },
        CLEAN_MS,
      );
      if (!isNothing(left)) throw new Error(await whatHappened(left));
    }, 120_000);

    it('find nothing of what they keyed in a log', () => {
      const keyed = calls.map(({ keys }) => keys);
      expect(keyed.some((keys) => keys.length > 8)).toBe(true);
      const logs = [...logsIn(platform.folder), ...logsIn(path.dirname(lab().asterisk.logFile))];
      expect(logs.map(({ name }) => name)).toEqual(expect.arrayContaining(['ivr-1.log', 'messages.log']));
      expect({ seed, found: keyedInLogs(logs, keyed) }).toEqual({ seed, found: [] });
    });

    it('leave a service that serves the next one', async () => {
      const from = '+8613800009999';
      await lab().callIn({
        from,
        to: '95598',
        seconds: 3,
        keys: [
          { afterMs: 1_500, key: '1' },
          { afterMs: 1_500, key: '5' },
        ],
      });
      let last: { node?: string; phase?: string } | undefined;
      await waitFor(
        'its call is stored as ended',
        async () => {
          const { rows } = await database.query<{ phase: string; asked: { what: string }[] }>(
            'select phase, asked from ivr.inbound_calls where from_number = $1',
            [from],
          );
          last = rows[0];
          return rows[0]?.phase === 'ended' && rows[0].asked.some(({ what }) => what === 'guide');
        },
        20_000,
      ).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${JSON.stringify(last)}`, { cause: error });
      });
    }, 60_000);

    async function whatHappened(left: LeftBehind): Promise<string> {
      const { rows } = await database.query<{ call_id: string; from_number: string }>(
        `select call_id, from_number from ivr.inbound_calls`,
      );
      const numberOf = new Map(rows.map((row) => [row.call_id, row.from_number]));
      const byNumber = new Map(calls.map((call) => [call.from, call]));
      const told = JSON.stringify(left);
      const timelines = [...numberOf]
        .filter(([callId]) => told.includes(callId))
        .slice(0, 5)
        .map(([callId, number]) =>
          [
            `${number}, call ${callId}:`,
            ...(byNumber.get(number)?.timeline ?? ['unknown to the callers']),
            ...logsIn(platform.folder).flatMap(({ name, text }) =>
              text
                .split('\n')
                .filter((line) => line.includes(callId))
                .map((line) => `${name}: ${line.slice(0, 400)}`),
            ),
          ].join('\n  '),
        );
      return [`seed ${seed}`, JSON.stringify(left, null, 2), ...timelines].join('\n');
    }
  },
  { name: NAME },
);
