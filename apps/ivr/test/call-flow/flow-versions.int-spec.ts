import {
  CheckCallFlow,
  CreateFlowVersion,
  DiffFlowVersions,
  DrawFlowVersion,
  GetCallFlowSchema,
  GetFlowVersion,
  GetInboundCall,
  ListCallFlows,
  ListDialledNumbers,
  ListFlowVersions,
  ListInboundCalls,
  type Operation,
  PublishFlowVersion,
  RemoveDialledNumber,
  type RequestContext,
  RollBackCallFlow,
  RouteDialledNumber,
} from '@switchyard/contracts';
import { defaultCallFlow } from '@switchyard/domain';
import {
  CLOCK,
  type Clock,
  DomainError,
  OperationClient,
  type RunningService,
  systemContext,
} from '@switchyard/platform';
import { DialledNumbers } from '../../src/call-flow/dialled-numbers/dialled-numbers.port';
import { SeedDefaultFlow } from '../../src/call-flow/published-flows/seed-default-flow';
import { FlowVersions } from '../../src/call-flow/versions/flow-versions.port';
import type { SimulatedNode, SubscriberScript } from '../../src/telephony/simulator';
import { unitOf } from '../dialer-fixture';
import { BOUND_NUMBER, CallFlowFixture } from './call-flow-fixture';

const PATIENT: SubscriberScript = { fate: 'answers', ringMs: 0, keys: [] };
const FLOW = 'hotline';

let fixture: CallFlowFixture;
let node: SimulatedNode;
let service: RunningService;

beforeAll(async () => {
  fixture = await CallFlowFixture.open();
  node = fixture.node();
  service = await fixture.start(node);
}, 120_000);

afterAll(() => fixture.close(), 60_000);

const staff: RequestContext = systemContext('test');

function call<Request extends object, Reply extends object>(
  operation: Operation<Request, Reply>,
  request: Request,
  context = staff,
): Promise<Reply> {
  return service.app.get(OperationClient, { strict: false }).call(operation, request, context);
}

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  return work.then(
    () => {
      throw new Error('it was accepted');
    },
    (error: DomainError) => error,
  );
}

type Document = Record<string, unknown> & { nodes: Record<string, Record<string, unknown>> };

/** The product's flow with something changed. */
function changed(change: (document: Document) => void): string {
  const document = JSON.parse(JSON.stringify(defaultCallFlow().document)) as Document;
  change(document);
  return JSON.stringify(document);
}

const described = (description: string) => changed((document) => (document.description = description));

describe('versions of a call flow', () => {
  it('begin with the one that comes with the product, in force for every number', async () => {
    expect(await call(ListCallFlows, {})).toEqual({
      items: [{ name: FLOW, publishedNumber: 1, newestNumber: 1, builtInNumber: 1, builtInIsNewer: false }],
    });
    expect((await call(ListDialledNumbers, {})).items).toMatchObject([{ dialled: '*', flow: FLOW }]);
    expect(await call(GetFlowVersion, { name: FLOW, number: 1 })).toMatchObject({
      state: 'published',
      document: { name: FLOW },
    });
  });

  it('are drafts first, written in JSON or YAML; the same document makes no second one', async () => {
    const json = await call(CreateFlowVersion, { name: FLOW, source: described('second'), note: 'why' });
    expect(json).toMatchObject({ number: 2, state: 'draft', note: 'why' });
    const again = await call(CreateFlowVersion, { name: FLOW, source: described('second') });
    expect(again.id).toBe(json.id);
    const { dump } = await import('js-yaml');
    const yaml = await call(CreateFlowVersion, { name: FLOW, source: dump(JSON.parse(described('second'))) });
    expect(yaml.id).toBe(json.id);
  });

  it('are refused with everything that is wrong with them', async () => {
    const source = changed((document) => {
      const first = document.nodes.greeting;
      if (first) first.next = 'nowhere';
      document.human = 'nobody';
    });
    const { valid, problems } = await call(CheckCallFlow, { source });
    expect(valid).toBe(false);
    expect(problems.length).toBeGreaterThanOrEqual(2);
    const error = await refusal(call(CreateFlowVersion, { name: FLOW, source }));
    expect(error).toMatchObject({ code: 'call-flow.invalid', details: { problems } });
    expect(await refusal(call(CheckCallFlow, { source: 'a: [1' }))).toMatchObject({
      code: 'call-flow.unreadable',
    });
    expect(await refusal(call(CreateFlowVersion, { name: 'another', source: described('x') }))).toMatchObject(
      {
        details: { problems: [{ path: 'name' }] },
      },
    );
  });

  it('come into force for new calls only, without a restart, and are rolled back', async () => {
    const before = node.receiveCall(BOUND_NUMBER, '95598', PATIENT);
    await fixture.at(service, before, 'main-menu');
    expect(await call(PublishFlowVersion, { name: FLOW, number: 2 })).toMatchObject({ state: 'published' });
    expect(await refusal(call(PublishFlowVersion, { name: FLOW, number: 2 }))).toMatchObject({
      code: 'flow-version.already-published',
    });
    await inForce(2);
    node.press(before, '1');
    await fixture.at(service, before, 'self-service');
    expect(await call(GetInboundCall, { callId: before })).toMatchObject({ flow: FLOW, flowVersion: 1 });
    expect(await call(RollBackCallFlow, { name: FLOW })).toMatchObject({ number: 1, state: 'published' });
    expect(await refusal(call(RollBackCallFlow, { name: FLOW }))).toMatchObject({
      code: 'call-flow.nothing-to-roll-back-to',
    });
    await inForce(1);
    expect(
      (await call(ListFlowVersions, { name: FLOW })).items.map(({ number, state }) => [number, state]),
    ).toEqual([
      [2, 'retired'],
      [1, 'published'],
    ]);
    node.callerHangsUp(before);
  }, 60_000);

  it('can be compared, drawn and checked by schema', async () => {
    expect((await call(DiffFlowVersions, { name: FLOW, from: 1, to: 2 })).changes).toMatchObject([
      { path: 'description', after: '"second"' },
    ]);
    expect((await call(DrawFlowVersion, { name: FLOW, number: 1 })).mermaid).toMatch(/^flowchart/);
    expect((await call(GetCallFlowSchema, {})).schema).toMatchObject({ type: 'object' });
    expect(await refusal(call(GetFlowVersion, { name: FLOW, number: 99 }))).toMatchObject({
      code: 'flow-version.not-found',
    });
  });
});

describe('dialled numbers', () => {
  it('lead to a desk of a flow, from the next call on', async () => {
    await call(RouteDialledNumber, { dialled: '95599', flow: FLOW, entry: 'english' });
    const callId = await until(async () => {
      const each = node.receiveCall(BOUND_NUMBER, '95599', PATIENT);
      const row = await fixture.until(service, each, () => true);
      node.callerHangsUp(each);
      return row.desk === 'english' ? each : undefined;
    });
    expect(await fixture.row(service, callId)).toMatchObject({ language: 'en', dialled: '95599' });
  }, 60_000);

  it('lead nowhere that is not there', async () => {
    expect(
      await refusal(call(RouteDialledNumber, { dialled: '1', flow: FLOW, entry: 'cellar' })),
    ).toMatchObject({
      code: 'call-flow.entry-unknown',
      details: { entries: ['general', 'english', 'vip', 'after-notice'] },
    });
    expect(await refusal(call(RouteDialledNumber, { dialled: '1', flow: 'other' }))).toMatchObject({
      code: 'call-flow.not-found',
    });
  });

  it('keep a version without their desk out of force', async () => {
    const source = changed((document) => {
      const entries = document.entries as { name: string }[];
      document.entries = entries.filter(({ name }) => name !== 'english');
    });
    const { number } = await call(CreateFlowVersion, { name: FLOW, source });
    expect(await refusal(call(PublishFlowVersion, { name: FLOW, number }))).toMatchObject({
      code: 'call-flow.entry-in-use',
    });
    await call(RemoveDialledNumber, { dialled: '95599' });
    expect(await refusal(call(RemoveDialledNumber, { dialled: '95599' }))).toMatchObject({
      code: 'dialled-number.not-found',
    });
    await call(PublishFlowVersion, { name: FLOW, number });
  });
});

describe('inbound calls', () => {
  it('are listed by page, time, account, tier and phase, and by number for who may see numbers', async () => {
    const callId = node.receiveCall(BOUND_NUMBER, '95598', PATIENT);
    await fixture.at(service, callId, 'main-menu');
    const first = await call(ListInboundCalls, { limit: 1 });
    expect(first.items).toMatchObject([{ callId, phase: 'menu', phone: BOUND_NUMBER }]);
    const second = await call(ListInboundCalls, { limit: 1, cursor: first.nextCursor });
    expect(second.items[0]?.callId).not.toBe(callId);
    const allowed = { ...staff, actor: { ...staff.actor, permissions: ['phone:read'] } };
    expect(
      (await call(ListInboundCalls, { phone: BOUND_NUMBER, phase: 'menu' }, allowed)).items,
    ).toHaveLength(1);
    expect(await refusal(call(ListInboundCalls, { phone: BOUND_NUMBER }))).toMatchObject({
      code: 'access.forbidden',
    });
    expect((await call(ListInboundCalls, { since: '2030-01-01T00:00:00Z' })).items).toEqual([]);
    node.callerHangsUp(callId);
    expect(await refusal(call(GetInboundCall, { callId: 'nobody' }))).toMatchObject({
      code: 'inbound-call.not-found',
    });
  }, 60_000);
});

describe('when a release brings a newer flow', () => {
  const flow = async () => (await call(ListCallFlows, {})).items[0];

  it('it is a draft, stored once, that is newer until somebody decides on it', async () => {
    // What an older release left behind: nothing stored is what this one brings.
    await unitOf(service).execute(
      `update flow_versions set sha256 = 'older', document = jsonb_set(document, '{description}', '"older"')
       where number = 1`,
    );
    const inForce = (await flow())?.publishedNumber ?? 0;
    expect(await flow()).not.toHaveProperty('builtInNumber');
    const seed = new SeedDefaultFlow(
      unitOf(service),
      service.app.get(FlowVersions, { strict: false }),
      service.app.get(DialledNumbers, { strict: false }),
      service.app.get<Clock>(CLOCK, { strict: false }),
    );
    const seeded = await Promise.all([seed.execute(), seed.execute(), seed.execute()]);
    expect(seeded.map(({ done }) => done).sort()).toEqual(['nothing', 'nothing', 'offered']);
    const number = seeded[0]?.version.number ?? 0;
    expect(await flow()).toEqual({
      name: FLOW,
      publishedNumber: inForce,
      newestNumber: number,
      builtInNumber: number,
      builtInIsNewer: true,
    });
    expect(await call(GetFlowVersion, { name: FLOW, number })).toMatchObject({
      state: 'draft',
      note: 'comes with the product',
    });
    const { changes } = await call(DiffFlowVersions, { name: FLOW, from: 1, to: number });
    expect(changes).toMatchObject([{ path: 'description', before: '"older"' }]);
    await call(PublishFlowVersion, { name: FLOW, number });
    expect(await flow()).toMatchObject({ publishedNumber: number, builtInIsNewer: false });
    await call(RollBackCallFlow, { name: FLOW });
    expect(await flow()).toMatchObject({ publishedNumber: inForce, builtInIsNewer: true });
    const own = await call(CreateFlowVersion, { name: FLOW, source: described('with what was new') });
    await call(PublishFlowVersion, { name: FLOW, number: own.number });
    expect(await flow()).toMatchObject({ publishedNumber: own.number, builtInIsNewer: false });
  });
});

/** Waits until calls begin with a version. */
async function inForce(number: number): Promise<void> {
  await until(async () => {
    const callId = node.receiveCall(BOUND_NUMBER, '95598', PATIENT);
    await fixture.until(service, callId, () => true);
    const { flowVersion } = await call(GetInboundCall, { callId });
    node.callerHangsUp(callId);
    return flowVersion === number ? true : undefined;
  });
}

async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error('not so after 30 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
