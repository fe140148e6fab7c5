import { type DynamicModule, Module } from '@nestjs/common';
import {
  FIGURE_ERRORS,
  GetLiveQueueFigures,
  GetQueueFigures,
  GetRatingFigures,
  ListFigureTargets,
  PutFigureTargets,
  type QueueFiguresReport,
} from '@switchyard/contracts';
import {
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  OperationClient,
  PersistenceModule,
  type RunningService,
  runService,
  ServiceConfig,
  systemContext,
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { IVR_MIGRATIONS } from '../src/migrations';
import { FillFromQueueLog } from '../src/queue-figures/fill-from-queue-log/fill-from-queue-log.use-case';
import { QueueFiguresModule } from '../src/queue-figures/queue-figures.module';
import { type Arrived, QueueLog, type QueueLogEntry } from '../src/telephony/queue-log/queue-log.port';

class KeptLog extends QueueLog {
  entries: QueueLogEntry[] = [];

  read(since: Date, limit: number): Promise<readonly QueueLogEntry[]> {
    return Promise.resolve(this.entries.filter(({ at }) => at >= since).slice(0, limit));
  }

  arrivedAfter(id: number): Promise<Arrived> {
    const arrived = this.entries.filter((entry) => entry.id > id);
    return Promise.resolve({
      earliest: arrived.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())[0],
      lastId: Math.max(id, ...arrived.map((entry) => entry.id)),
    });
  }
}

const log = new KeptLog();

@Module({})
class Line {
  static forRoot(): DynamicModule {
    const providers = [{ provide: QueueLog, useValue: log }];
    return { module: Line, providers, exports: providers.map(({ provide }) => provide) };
  }
}

const AGENT = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
/** 10:00 in China, on a day of its own. */
const TEN = Date.parse('2026-03-02T02:00:00Z');
const at = (minute: number, second = 0) => new Date(TEN + (minute * 60 + second) * 1000).toISOString();

describe('figures of queues, on Postgres', () => {
  let postgres: TestPostgres;
  let service: RunningService;
  let unitOfWork: UnitOfWork;

  const ask = (request: object): Promise<QueueFiguresReport> =>
    service.app
      .get(OperationClient, { strict: false })
      .call(GetQueueFigures, request as never, systemContext('test'));

  beforeAll(async () => {
    postgres = await startTestPostgres('figures');
    const module: DynamicModule = {
      module: class TestRoot {},
      imports: [
        PersistenceModule.forService({ schema: 'ivr', migrations: IVR_MIGRATIONS }),
        QueueFiguresModule.forRoot([Line.forRoot()]),
      ],
    };
    const config = loadConfig(ServiceConfig, { DATABASE_URL: postgres.url('ivr') });
    service = await runService(
      { name: 'ivr', module, config },
      {
        transport: new InProcessTransport(new InProcessBus()),
        logger: Logger.create({ name: 'ivr', level: 'error' }),
      },
    );
    unitOfWork = service.app.get(UnitOfWork, { strict: false });
    await unitOfWork.query(
      `insert into agents (id, work_no, name, account_name, sip_user, sip_secret, created_by)
       values ($1, '1001', '李四', 'lisi', '1001', 'secret', 'test'), ($2, '1002', '王五', 'wangwu', '1002', 'secret', 'test')`,
      [AGENT, OTHER],
    );
  }, 120_000);

  afterAll(async () => {
    await service.stop();
    await postgres.remove();
  }, 60_000);

  beforeEach(async () => {
    await unitOfWork.query('delete from queue_calls');
    await unitOfWork.query('delete from call_ratings');
    log.entries = [];
  });

  async function stay(row: Record<string, unknown>): Promise<void> {
    const all = { call_id: `call-${Math.random()}`, node: 'pbx-1', queue: 'general', ...row };
    const names = Object.keys(all);
    await unitOfWork.query(
      `insert into queue_calls (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(all),
    );
  }

  const answered = (minute: number, waited: number, more: Record<string, unknown> = {}) =>
    stay({
      entered_at: at(minute),
      connected_at: at(minute, waited),
      left_at: at(minute, waited + 60),
      outcome: 'answered',
      agent_id: AGENT,
      ring_seconds: 4,
      talk_seconds: 60,
      hold_seconds: 0,
      after_call_seconds: 20,
      ...more,
    });

  it('puts each caller into the quarter hour at which it came, and the sum over everything', async () => {
    await answered(1, 10);
    await answered(14, 30, { value_tier: 'high' });
    await answered(15, 5, { queue: 'billing' });
    await stay({ entered_at: at(16), left_at: at(16, 40), outcome: 'abandoned' });

    const { items, total } = await ask({ from: at(0), to: at(31) });

    expect(items.map(({ from, figures }) => [from, figures.offered, figures.answered])).toEqual([
      [new Date(at(0)).toISOString(), 2, 2],
      [new Date(at(15)).toISOString(), 2, 1],
    ]);
    expect(total).toMatchObject({
      to: new Date(at(45)).toISOString(),
      figures: {
        offered: 4,
        abandoned: 1,
        serviceLevel: 0.5,
        averageWaitSeconds: 15,
        averageTalkSeconds: 60,
        averageHandlingSeconds: 80,
      },
      missed: ['serviceLevel', 'answerRate'],
    });
    expect(total.tiers).toMatchObject([
      { tier: 'high', offered: 1, serviceLevel: 0, target: 0.9 },
      { tier: 'mid', offered: 0, serviceLevel: null },
      { tier: 'ordinary', offered: 3, target: 0.85 },
    ]);
  });

  it('groups by queue and by agent, and takes days by midnight in China', async () => {
    await answered(1, 10);
    await answered(2, 10, { queue: 'billing' });
    await stay({ entered_at: at(3), left_at: at(4), outcome: 'empty' });

    const byQueue = await ask({ from: at(0), to: at(60), interval: 'day', groupBy: 'queue' });
    expect(byQueue.items.map(({ from, group, figures }) => [from, group, figures.offered])).toEqual([
      ['2026-03-01T16:00:00.000Z', 'billing', 1],
      ['2026-03-01T16:00:00.000Z', 'general', 2],
    ]);
    const byAgent = await ask({ from: at(0), to: at(60), interval: 'whole', groupBy: 'agent' });
    expect(byAgent.items).toMatchObject([{ group: '1001', figures: { offered: 2 } }]);
  });

  it('counts a caller who was handed on once over all queues, and in each queue', async () => {
    const handedOn = { call_id: 'handed-on', transferred: true, transferred_to: 'queue:billing' };
    await answered(1, 10, handedOn);
    await stay({
      call_id: 'handed-on',
      queue: 'billing',
      entered_at: at(16),
      left_at: at(17),
      outcome: 'abandoned',
    });
    await answered(2, 10);

    const whole = await ask({ from: at(0), to: at(30), interval: 'whole' });
    expect(whole.total.figures).toMatchObject({
      offered: 2,
      answered: 2,
      abandoned: 0,
      transferred: 1,
      answerRate: 1,
      transferRate: 0.5,
    });
    expect(whole.total.tiers).toMatchObject([
      { offered: 0 },
      { offered: 0 },
      { offered: 2, serviceLevel: 1 },
    ]);
    const quarters = await ask({ from: at(0), to: at(30) });
    expect(quarters.items.map(({ figures }) => figures.offered)).toEqual([2, 0]);
    const byQueue = await ask({ from: at(0), to: at(30), interval: 'whole', groupBy: 'queue' });
    expect(byQueue.items).toMatchObject([
      { group: 'billing', figures: { offered: 1, abandoned: 1, answerRate: 0 } },
      { group: 'general', figures: { offered: 2, answered: 2, transferred: 1 } },
    ]);
  });

  it('agrees with what is reckoned by hand, over the edge of a quarter hour', async () => {
    // Came at 14:50 of the first quarter, answered in the second: it belongs to the first.
    await answered(14, 50, { call_id: 'over the edge', talk_seconds: 100, hold_seconds: 20 });
    // Handed on to another agent directly: 60 s with one, 300 s and 10 s of hold with the next, in the second quarter.
    await answered(14, 10, { call_id: 'handed', transferred: true, transferred_to: 'agent:1002' });
    await stay({
      call_id: 'handed',
      taken_over: true,
      entered_at: at(16),
      connected_at: at(16),
      left_at: at(21, 10),
      outcome: 'answered',
      agent_id: OTHER,
      talk_seconds: 300,
      hold_seconds: 10,
      after_call_seconds: 70,
    });
    await stay({ entered_at: at(3), left_at: at(3, 20), outcome: 'abandoned' });
    await stay({ entered_at: at(4), left_at: at(4, 21), outcome: 'abandoned' });
    await stay({ entered_at: at(5), left_at: at(6), outcome: 'call-back' });
    await stay({ entered_at: at(7), left_at: at(22), outcome: 'timeout' });
    // The PBX died: nobody knows what became of it, and it was not answered.
    await stay({ entered_at: at(8), left_at: at(9) });

    const { items, total } = await ask({ from: at(0), to: at(30) });
    const expected = {
      offered: 7,
      answered: 2,
      answeredInTime: 1,
      abandoned: 2,
      abandonedInTime: 1,
      callBacks: 1,
      timedOut: 1,
      waiting: 0,
      transferred: 1,
      serviceLevel: 1 / 6,
      answerRate: 2 / 7,
      abandonRate: 2 / 7,
      averageWaitSeconds: (50 + 10) / 2,
      transferRate: 1 / 2,
    };
    expect(total.figures).toMatchObject({
      ...expected,
      talks: 3,
      averageTalkSeconds: (100 + 60 + 300) / 3,
      averageHoldSeconds: (20 + 10) / 3,
      averageAfterCallSeconds: (20 + 20 + 70) / 3,
      averageHandlingSeconds: (100 + 20 + 60 + 300 + 10 + 20 + 20 + 70) / 2,
    });
    expect(items.map(({ figures }) => [figures.offered, figures.answered, figures.talks])).toEqual([
      [7, 2, 2],
      [0, 0, 1],
    ]);
    expect(items[0]?.figures).toMatchObject(expected);
    const byAgent = await ask({ from: at(0), to: at(30), interval: 'whole', groupBy: 'agent' });
    expect(byAgent.items).toMatchObject([
      { group: '1001', figures: { answered: 2, talks: 2, transferred: 1, averageTalkSeconds: 80 } },
      {
        group: '1002',
        figures: { answered: 1, talks: 1, averageHandlingSeconds: 380, averageAfterCallSeconds: 70 },
      },
    ]);
    const byQueue = await ask({ from: at(0), to: at(30), interval: 'whole', groupBy: 'queue' });
    expect(byQueue.items).toMatchObject([
      { group: 'general', figures: { offered: 7, answered: 2, talks: 3 } },
    ]);
  });

  it('counts a caller who was handed on twice as one who was transferred', async () => {
    for (const [queue, minute] of [
      ['general', 1],
      ['billing', 3],
      ['fault', 5],
    ] as const) {
      const transferred = queue !== 'fault';
      await answered(minute, 5, { call_id: 'twice', queue, transferred });
    }
    const { total } = await ask({ from: at(0), to: at(15), interval: 'whole' });
    expect(total.figures).toMatchObject({ answered: 1, talks: 3, transferred: 1, transferRate: 1 });
    expect(total.figures.averageHandlingSeconds).toBe(3 * 80);
  });

  it('decides nothing of who still waits: not late before the limit, neither answered nor given up', async () => {
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
    await stay({ entered_at: ago(3) });
    const live = () =>
      service.app
        .get(OperationClient, { strict: false })
        .call(GetLiveQueueFigures, {}, systemContext('test'));
    const none = { serviceLevel: null, answerRate: null, abandonRate: null };
    expect((await live()).today).toMatchObject({ offered: 1, waiting: 1, ...none });
    expect((await live()).tiers.at(-1)).toMatchObject({ offered: 1, serviceLevel: null });

    await unitOfWork.query(`update queue_calls set entered_at = $1`, [ago(40)]);
    expect((await live()).today).toMatchObject({ waiting: 1, serviceLevel: 0, answerRate: null });

    // Handed on from queue to queue: once over all of them, as in the history.
    const over = {
      call_id: 'on',
      entered_at: ago(9),
      connected_at: ago(8),
      left_at: ago(7),
      outcome: 'answered',
    };
    await stay({ ...over, transferred: true });
    await stay({ ...over, queue: 'fault', entered_at: ago(6), connected_at: ago(5), left_at: ago(4) });
    const { today, tiers, queues } = await live();
    expect(today).toMatchObject({ offered: 2, answered: 1, talks: 2, transferred: 1 });
    expect(tiers.at(-1)).toMatchObject({ offered: 2 });
    expect(queues.map(({ today: { offered } }) => offered).reduce((sum, one) => sum + one)).toBe(3);
  });

  it('judges by targets that can be changed from a moment on, and leaves the past as it was', async () => {
    const call = service.app.get(OperationClient, { strict: false });
    const context = systemContext('test');
    const { items } = await call.call(ListFigureTargets, {}, context);
    expect(items).toMatchObject([
      { answerSeconds: 20, serviceLevel: { high: 0.9, mid: 0.85 }, transferRate: 0.03 },
    ]);
    const [standing] = items;
    if (!standing) throw new Error('no targets');
    const { createdBy: _, ...targets } = standing;
    const past = { ...targets, validFrom: at(0) };
    await expect(call.call(PutFigureTargets, past, context)).rejects.toMatchObject({
      code: FIGURE_ERRORS.targetsInvalid,
    });
    const wrong = { ...targets, validFrom: '2027-01-01T00:00:00Z', transferRate: 3 };
    await expect(call.call(PutFigureTargets, wrong, context)).rejects.toMatchObject({
      code: 'request.invalid',
    });

    const later = { ...targets, validFrom: '2099-01-01T00:00:00.000Z', answerSeconds: 30, answerRate: 0.4 };
    expect(await call.call(PutFigureTargets, later, context)).toMatchObject(later);
    await call.call(PutFigureTargets, { ...later, answerSeconds: 40 }, context);
    expect((await call.call(ListFigureTargets, {}, context)).items.map((one) => one.answerSeconds)).toEqual([
      40, 20,
    ]);
    for (const day of ['2026-03-02', '2099-03-02']) {
      const from = `${day}T02:00:00Z`;
      const entered = Date.parse(from);
      const seconds = (passed: number) => new Date(entered + passed * 1000);
      await stay({
        entered_at: seconds(0),
        connected_at: seconds(35),
        left_at: seconds(60),
        outcome: 'answered',
      });
      await stay({ entered_at: seconds(0), left_at: seconds(60), outcome: 'abandoned' });
      const { total } = await ask({ from, to: `${day}T03:00:00Z`, interval: 'whole' });
      expect([total.figures.answeredInTime, total.missed.includes('answerRate')]).toEqual(
        day.startsWith('2026') ? [0, true] : [1, false],
      );
    }
    await unitOfWork.query(`delete from figure_targets where valid_from > now()`);
  });

  it('says which field is wrong', async () => {
    await expect(ask({ from: at(5), to: at(5) })).rejects.toMatchObject({ code: FIGURE_ERRORS.emptyTime });
    await expect(ask({ from: 'yesterday', to: at(5) })).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('shows who waits now, and agents by state', async () => {
    const seconds = (ago: number) => new Date(Date.now() - ago * 1000);
    await stay({ queue: 'fault', entered_at: seconds(30) });
    await stay({ queue: 'fault', entered_at: seconds(10) });
    await stay({ queue: 'fault', entered_at: seconds(90), connected_at: seconds(60), outcome: 'answered' });
    await unitOfWork.query(
      `insert into agent_presence (agent_id, state) values ($1, 'ready') on conflict (agent_id) do update set state = 'ready'`,
      [AGENT],
    );
    await unitOfWork.query(
      `insert into agent_skills (agent_id, queue) values ($1, 'fault') on conflict do nothing`,
      [AGENT],
    );

    const live = await service.app
      .get(OperationClient, { strict: false })
      .call(GetLiveQueueFigures, {}, systemContext('test'));

    expect(live.agents).toMatchObject({ signedIn: 1, ready: 1 });
    const fault = live.queues.find(({ queue }) => queue === 'fault');
    expect(fault).toMatchObject({ waiting: 2, talking: 1, agents: { ready: 1 } });
    expect(fault?.longestWaitSeconds).toBeGreaterThanOrEqual(30);
  });

  it('counts as served by the menus who was served there and asked for nobody', async () => {
    const call = (callId: string, completed: boolean, queue: string | null, more = { minute: 5, ago: 0 }) =>
      unitOfWork.query(
        `insert into inbound_calls (call_id, node, dialled, desk, language, started_at, phase, self_service_completed, queue)
         values ($1, 'pbx-1', '95598', 'general', 'zh-CN', $2, $3, $4, $5)`,
        [
          callId,
          more.ago > 0 ? new Date(Date.now() - more.ago) : at(more.minute),
          more.ago > 0 ? 'menu' : 'ended',
          completed,
          queue,
        ],
      );
    await call('heard the bill', true, null);
    await call('heard the bill, then asked for somebody', true, 'general');
    await call('hung up', false, null);
    await call('a quarter hour later', true, null, { minute: 35, ago: 0 });
    await call('is in a menu now', false, null, { minute: 0, ago: 5_000 });
    await answered(6, 10);

    const { items, total, selfService } = await ask({ from: at(0), to: at(45) });
    expect(selfService).toEqual({ inMenus: 4, served: 2, rate: 1 / 2 });
    expect(total.selfService).toEqual(selfService);
    expect(items.map(({ from, figures, selfService: menus }) => [from, figures.offered, menus])).toEqual([
      [new Date(at(0)).toISOString(), 1, { inMenus: 3, served: 1, rate: 1 / 3 }],
      [new Date(at(30)).toISOString(), 0, { inMenus: 1, served: 1, rate: 1 }],
    ]);
    const byQueue = await ask({ from: at(0), to: at(45), groupBy: 'queue' });
    expect(byQueue.items).toHaveLength(1);
    expect(byQueue.items[0]?.selfService).toBeUndefined();
    const live = await service.app
      .get(OperationClient, { strict: false })
      .call(GetLiveQueueFigures, {}, systemContext('test'));
    expect(live).toMatchObject({ inMenus: 1, selfService: { inMenus: 0, rate: null } });
    await unitOfWork.query('delete from inbound_calls');
  });

  it('adds ratings up by agent and by matter', async () => {
    await unitOfWork.query(
      `insert into call_ratings (call_id, agent_id, csat, solved, nps, matter, rated_at) values
         ('a', '1001', 5, true, 10, 'bill', $1), ('b', '1001', 4, false, 6, 'bill', $1), ('c', null, 3, null, null, 'fault', $1)`,
      [at(5)],
    );
    const ratings = (groupBy: 'agent' | 'matter') =>
      service.app
        .get(OperationClient, { strict: false })
        .call(GetRatingFigures, { from: at(0), to: at(10), groupBy }, systemContext('test'));

    expect((await ratings('agent')).items).toMatchObject([
      { group: '1001', ratings: 2, averageCsat: 4.5, solvedRate: 0.5, nps: 0 },
      { ratings: 1, averageCsat: 3, solvedRate: null, nps: null },
    ]);
    expect((await ratings('matter')).items.map(({ group, ratings: count }) => [group, count])).toEqual([
      ['bill', 2],
      ['fault', 1],
    ]);
  });

  describe('after the service was away', () => {
    let id = 0;
    /** An hour ago. */
    let began: number;
    const entry = (second: number, callId: string, event: string, more: Partial<QueueLogEntry> = {}) => ({
      id: (id += 1),
      at: new Date(began + second * 1000),
      node: 'pbx-2',
      callId,
      queue: 'general',
      sipUser: undefined,
      event,
      data: [],
      ...more,
    });

    beforeEach(async () => {
      began = Date.now() - 3_600_000;
      await unitOfWork.query(`update queue_log_mark set settled_until = now() - interval '2 hours'`);
    });

    const rows = () =>
      unitOfWork.query<Record<string, unknown>>(
        'select call_id, outcome, agent_id, talk_seconds, source, left_at is not null as over from queue_calls order by call_id',
      );

    it('takes from the queue log what it missed, once, and leaves alone what it knows', async () => {
      const enteredAt = entry(0, 'known', 'ENTERQUEUE').at;
      await stay({
        call_id: 'known',
        entered_at: new Date(enteredAt.getTime() - 400),
        left_at: new Date(enteredAt.getTime() + 9_000),
        outcome: 'abandoned',
      });
      await stay({ call_id: 'half', entered_at: enteredAt });
      log.entries = [
        entry(0, 'known', 'ENTERQUEUE'),
        entry(0, 'half', 'ENTERQUEUE'),
        entry(3, 'unseen', 'ENTERQUEUE'),
        entry(8, 'half', 'CONNECT', { sipUser: '1001', data: ['8', 'x', '3'] }),
        entry(9, 'known', 'ABANDON'),
        entry(13, 'unseen', 'EXITWITHTIMEOUT'),
        entry(68, 'half', 'COMPLETECALLER', { sipUser: '1001' }),
        entry(70, 'waiting', 'ENTERQUEUE'),
      ];
      const fill = service.app.get(FillFromQueueLog, { strict: false });
      await fill.execute();
      await fill.execute();

      expect(await rows()).toEqual([
        {
          call_id: 'half',
          outcome: 'answered',
          agent_id: AGENT,
          talk_seconds: 60,
          source: 'queue-log',
          over: true,
        },
        {
          call_id: 'known',
          outcome: 'abandoned',
          agent_id: null,
          talk_seconds: null,
          source: 'live',
          over: true,
        },
        {
          call_id: 'unseen',
          outcome: 'timeout',
          agent_id: null,
          talk_seconds: null,
          source: 'queue-log',
          over: true,
        },
      ]);
    });

    it('tells node and priority of what it takes from the log, and leaves unknown what the log does not tell', async () => {
      await unitOfWork.query(
        `insert into inbound_calls (call_id, node, dialled, desk, language, started_at, phase, value_tier, list_flag)
         values ('red', 'pbx-1', '95598', 'general', 'zh-CN', now(), 'ended', 'mid', 'red'),
           ('black', 'pbx-1', '95598', 'general', 'zh-CN', now(), 'ended', 'high', 'black'),
           ('mid', 'pbx-1', '95598', 'general', 'zh-CN', now(), 'ended', 'mid', 'normal')`,
      );
      log.entries = ['red', 'black', 'mid', 'stranger'].flatMap((callId) => [
        entry(0, callId, 'ENTERQUEUE'),
        entry(4, callId, 'CONNECT', { sipUser: '1001', data: ['4', 'x', '3'] }),
        entry(64, callId, 'COMPLETEAGENT', { sipUser: '1001' }),
      ]);
      log.entries.push(entry(70, 'turned-away', 'TURNEDAWAY', { data: ['full'] }));
      log.entries.push(entry(80, 'agent', 'ENTERQUEUE', { data: ['', '1002', '1'] }));
      log.entries.push(entry(81, 'agent', 'ABANDON'));
      await service.app.get(FillFromQueueLog, { strict: false }).execute();

      const filled = await unitOfWork.query(
        'select call_id, node, priority, talk_seconds, hold_seconds, outcome from queue_calls order by call_id',
      );
      const talked = { node: 'pbx-2', talk_seconds: 60, hold_seconds: null, outcome: 'answered' };
      expect(filled).toEqual([
        { ...talked, call_id: 'black', priority: 0 },
        { ...talked, call_id: 'mid', priority: 10 },
        { ...talked, call_id: 'red', priority: 20 },
        { ...talked, call_id: 'stranger', priority: null },
        { ...talked, call_id: 'turned-away', priority: null, talk_seconds: null, outcome: 'full' },
      ]);
      await answered(0, 10, { entered_at: entry(0, '', '').at, talk_seconds: 30, hold_seconds: 10 });
      const now = Date.now();
      const hour = { from: new Date(now - 2 * 3_600_000).toISOString(), to: new Date(now).toISOString() };
      const { total } = await ask({ ...hour, interval: 'whole' });
      expect(total.figures).toMatchObject({
        talksOver: 5,
        holdKnown: 1,
        averageTalkSeconds: 30,
        averageHoldSeconds: 10,
        averageHandlingSeconds: (4 * 60 + 40) / 5 + 20,
      });
      await unitOfWork.query(`delete from inbound_calls where call_id in ('red', 'black', 'mid')`);
    });

    it('corrects what was ended unseen when the service came back', async () => {
      const enteredAt = entry(0, 'gave-up', 'ENTERQUEUE').at;
      const unseen = { entered_at: enteredAt, left_at: new Date(enteredAt.getTime() + 900_000) };
      await stay({ ...unseen, call_id: 'gave-up', value_tier: 'mid' });
      await stay({ ...unseen, call_id: 'talked', outcome: 'answered', connected_at: entry(4, '', '').at });
      log.entries = [
        entry(0, 'gave-up', 'ENTERQUEUE'),
        entry(0, 'talked', 'ENTERQUEUE'),
        entry(4, 'talked', 'CONNECT', { sipUser: '1001', data: ['4', 'x', '3'] }),
        entry(30, 'gave-up', 'ABANDON'),
        entry(64, 'talked', 'COMPLETEAGENT', { sipUser: '1001' }),
      ];
      await service.app.get(FillFromQueueLog, { strict: false }).execute();

      expect(
        await unitOfWork.query(
          `select call_id, outcome, extract(epoch from left_at - entered_at)::int as stayed from queue_calls order by call_id`,
        ),
      ).toEqual([
        { call_id: 'gave-up', outcome: 'abandoned', stayed: 30 },
        { call_id: 'talked', outcome: 'answered', stayed: 64 },
      ]);
    });

    it('takes lines that come long after their moment, as after an outage of the database', async () => {
      const fill = service.app.get(FillFromQueueLog, { strict: false });
      log.entries = [entry(900, 'in time', 'ENTERQUEUE'), entry(905, 'in time', 'ABANDON')];
      await fill.execute();
      log.entries = [...log.entries, entry(10, 'late', 'ENTERQUEUE'), entry(20, 'late', 'ABANDON')];
      await fill.execute();

      expect((await rows()).map(({ call_id: callId }) => callId)).toEqual(['in time', 'late']);
    });

    it('knows a caller whose joining nobody saw by its leaving, and counts it once', async () => {
      const left = entry(300, '', '').at;
      await stay({
        call_id: 'let-go',
        entered_at: left,
        entered_estimated: true,
        left_at: left,
        outcome: 'timeout',
      });
      log.entries = [entry(0, 'let-go', 'ENTERQUEUE'), entry(301, 'let-go', 'EXITWITHTIMEOUT')];
      await service.app.get(FillFromQueueLog, { strict: false }).execute();

      expect(
        await unitOfWork.query(
          'select outcome, entered_estimated, extract(epoch from left_at - entered_at)::int as stayed from queue_calls',
        ),
      ).toEqual([{ outcome: 'timeout', entered_estimated: false, stayed: 301 }]);
    });

    it('ends with the PBX what was in hand there when it died, and does not count it twice', async () => {
      const seen = entry(0, '', '').at;
      await stay({
        call_id: 'seen',
        node: 'pbx-2',
        entered_at: seen,
        left_at: new Date(seen.getTime() + 50_000),
      });
      const started = entry(60, '', 'QUEUESTART', { callId: undefined, queue: undefined });
      log.entries = [
        entry(0, 'seen', 'ENTERQUEUE'),
        entry(2, 'unseen', 'ENTERQUEUE'),
        entry(5, 'unseen', 'CONNECT', { sipUser: '1001', data: ['3', 'x', '2'] }),
        started,
      ];
      const fill = service.app.get(FillFromQueueLog, { strict: false });
      await fill.execute();
      await fill.execute();
      expect(await rows()).toMatchObject([
        { call_id: 'seen', outcome: null, over: true },
        { call_id: 'unseen', outcome: 'answered', talk_seconds: null, over: true },
      ]);
      const [mark] = await unitOfWork.query<{ settledUntil: Date }>(
        'select settled_until as "settledUntil" from queue_log_mark',
      );
      // Nothing goes on that the next reading would have to begin with.
      expect(mark?.settledUntil.getTime()).toBeGreaterThan(started.at.getTime());
    });

    it('goes on from the oldest caller who still waits', async () => {
      log.entries = [
        entry(0, 'long', 'ENTERQUEUE'),
        entry(5, 'short', 'ENTERQUEUE'),
        entry(9, 'short', 'ABANDON'),
      ];
      const fill = service.app.get(FillFromQueueLog, { strict: false });
      await fill.execute();
      log.entries = [...log.entries, entry(600, 'long', 'ABANDON')];
      await fill.execute();

      expect((await rows()).map(({ call_id: callId, outcome }) => [callId, outcome])).toEqual([
        ['long', 'abandoned'],
        ['short', 'abandoned'],
      ]);
    });
  });
});
