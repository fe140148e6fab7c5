import { Client } from 'pg';

import { makeRecordTables, startTestPostgres, type TestPostgres } from '../postgres';
import { BareAri } from './bare-ari';
import { describeWithLab } from './describe-with-lab';
import { waitFor } from './process/wait-for';
import { recordsAt } from './records-target';
import { labNumber, type FateName } from './subscribers/fates';

const RING_SECONDS = 5;
const TALK_MS = 4000;

interface Expected {
  /** Q.850 cause of ChannelDestroyed and of CEL's HANGUP. */
  readonly cause: number;
  readonly techCause?: number;
  /** How far the call came. */
  readonly reached: 'nothing' | 'progress' | 'ringing' | 'up';
  /** Who ended it: the far end (ChannelHangupRequest without being asked; CEL's hangupsource), or we. */
  readonly endedBy: 'them' | 'us';
}

// deploy/lab/README.md shows this table to people.
const EXPECTED: Readonly<Record<FateName | 'we-give-up-ringing', Expected>> = {
  listens: { cause: 16, reached: 'up', endedBy: 'us' },
  confirms: { cause: 16, reached: 'up', endedBy: 'us' },
  'hears-again-then-confirms': { cause: 16, reached: 'up', endedBy: 'us' },
  'asks-for-later': { cause: 16, reached: 'up', endedBy: 'us' },
  'asks-for-human': { cause: 16, reached: 'up', endedBy: 'us' },
  'opts-out': { cause: 16, reached: 'up', endedBy: 'us' },
  busy: { cause: 17, techCause: 486, reached: 'nothing', endedBy: 'them' },
  'rings-for-ever': { cause: 19, techCause: 480, reached: 'ringing', endedBy: 'us' },
  unavailable: { cause: 19, techCause: 480, reached: 'nothing', endedBy: 'them' },
  declines: { cause: 21, techCause: 603, reached: 'ringing', endedBy: 'them' },
  'no-such-number': { cause: 1, techCause: 404, reached: 'nothing', endedBy: 'them' },
  congestion: { cause: 34, techCause: 503, reached: 'nothing', endedBy: 'them' },
  'switched-off': { cause: 19, techCause: 480, reached: 'progress', endedBy: 'them' },
  gone: { cause: 22, techCause: 410, reached: 'nothing', endedBy: 'them' },
  'no-response': { cause: 18, techCause: 408, reached: 'nothing', endedBy: 'them' },
  'hangs-up-after-1s': { cause: 0, reached: 'up', endedBy: 'them' },
  'hangs-up-after-3s': { cause: 0, reached: 'up', endedBy: 'them' },
  // Its BYE carries a Reason header, the others' do not.
  'hangs-up-after-8s': { cause: 16, reached: 'up', endedBy: 'them' },
  silent: { cause: 16, reached: 'up', endedBy: 'us' },
  'answers-slowly': { cause: 16, reached: 'up', endedBy: 'us' },
  'we-give-up-ringing': { cause: 16, reached: 'ringing', endedBy: 'us' },
};

interface CelRow {
  readonly eventtype: string;
  readonly hangup_cause: number | null;
  readonly extra: string;
}

let postgres: TestPostgres;
let records: Client;

async function startRecords() {
  postgres = await startTestPostgres('causes');
  await makeRecordTables(postgres.url('pbx'));
  await makeRecordTables(postgres.url('pbx'));
  records = new Client({ connectionString: postgres.url('pbx') });
  await records.connect();
  return { records: recordsAt(postgres.url('pbx')) };
}

describeWithLab(
  'what Asterisk reports for each fate of a call',
  (lab) => {
    let ari: BareAri;

    beforeAll(async () => {
      ari = await BareAri.connect(lab());
      ari.onEvent(({ type, channel }) => {
        if (type !== 'StasisStart' || !channel || channel.id.startsWith('hangs-up')) return;
        setTimeout(() => void ari.hangUp(channel.id), TALK_MS);
      });
      const names = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];
      for (const name of names) {
        const gaveUp = name === 'we-give-up-ringing';
        await ari.originate(name, labNumber(gaveUp ? 'rings-for-ever' : name, 1), gaveUp ? 60 : RING_SECONDS);
      }
      setTimeout(() => void ari.hangUp('we-give-up-ringing'), 1500);
      await waitFor('all calls ended', () => names.every((name) => destroyed(name) !== undefined), 30_000);
    }, 60_000);

    afterAll(async () => {
      await ari?.close();
    });

    afterAll(async () => {
      await records?.end();
      await postgres?.remove();
    }, 60_000);

    const destroyed = (id: string) => ari.of(id).find(({ type }) => type === 'ChannelDestroyed');

    const reached = (id: string): Expected['reached'] => {
      const events = ari.of(id);
      const dialled = (status: string) => events.some(({ dialstatus }) => dialstatus === status);
      if (events.some(({ channel }) => channel?.state === 'Up')) return 'up';
      if (dialled('RINGING')) return 'ringing';
      return dialled('PROGRESS') ? 'progress' : 'nothing';
    };

    const cel = async (id: string): Promise<CelRow[]> => {
      const query =
        'SELECT eventtype, hangup_cause, extra FROM pbx.cel WHERE uniqueid = $1 ORDER BY eventtime';
      let rows: CelRow[] = [];
      await waitFor(
        `call records of ${id}`,
        async () => {
          ({ rows } = await records.query<CelRow>(query, [id]));
          return rows.some(({ eventtype }) => eventtype === 'CHAN_END');
        },
        5000,
      );
      return rows;
    };

    it.each(Object.entries(EXPECTED))('%s: cause, SIP status and how far it came', (name, expected) => {
      const end = destroyed(name);
      expect({ cause: end?.cause, techCause: end?.tech_cause, reached: reached(name) }).toEqual({
        cause: expected.cause,
        techCause: expected.techCause,
        reached: expected.reached,
      });
    });

    it.each(Object.entries(EXPECTED))('%s: the events tell who ended it', (name, { endedBy }) => {
      // Soft is what we asked for; a time-out of the originate asks for nothing.
      const request = ari.of(name).find(({ type }) => type === 'ChannelHangupRequest');
      const theirs = request !== undefined && request.cause !== 32;
      expect(theirs ? 'them' : 'us').toBe(endedBy);
    });

    it.each(Object.entries(EXPECTED))(
      '%s: CEL carries the same cause, and who ended it',
      async (name, expected) => {
        const rows = await cel(name);
        const answered = expected.reached === 'up' ? ['ANSWER'] : [];
        expect(rows.map(({ eventtype }) => eventtype)).toEqual([
          'CHAN_START',
          ...answered,
          'HANGUP',
          'CHAN_END',
        ]);
        const hangup = rows.find(({ eventtype }) => eventtype === 'HANGUP');
        expect(hangup?.hangup_cause).toBe(expected.cause);
        const { hangupsource } = JSON.parse(hangup?.extra ?? '{}') as { hangupsource?: string };
        expect(hangupsource === '' ? 'us' : 'them').toBe(expected.endedBy);
      },
    );

    it('writes a call-detail record for answered and unanswered calls', async () => {
      const { rows } = await records.query<{ uniqueid: string; disposition: string }>(
        'SELECT uniqueid, disposition FROM pbx.cdr WHERE uniqueid = ANY($1)',
        [['listens', 'busy', 'rings-for-ever', 'congestion']],
      );
      expect(Object.fromEntries(rows.map(({ uniqueid, disposition }) => [uniqueid, disposition]))).toEqual({
        listens: 'ANSWERED',
        busy: 'BUSY',
        'rings-for-ever': 'NO ANSWER',
        congestion: 'CONGESTION',
      });
    });

    it('hears the keys that the subscribers press', () => {
      const keys = (id: string) =>
        ari
          .of(id)
          .filter(({ type }) => type === 'ChannelDtmfReceived')
          .map(({ digit }) => digit)
          .join('');
      expect(keys('confirms')).toBe('1');
      expect(keys('hears-again-then-confirms')).toBe('21');
      expect(keys('asks-for-human')).toBe('0');
      expect(keys('listens')).toBe('');
    });
  },
  startRecords,
);
