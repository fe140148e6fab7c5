import {
  CreateFlowVersion,
  type CreateFlowVersionRequest,
  DrawFlowVersion,
  type FlowVersionView,
  ListCallFlows,
  ListInboundCalls,
  RouteDialledNumber,
} from '@switchyard/contracts';
import { GatewayFixture } from './gateway-fixture';

const VERSION: FlowVersionView = {
  id: '0b6f4a3e-6a4e-4c53-8c6e-0d0f1b1f4a01',
  name: 'hotline',
  number: 2,
  state: 'draft',
  sha256: 'ab',
  createdBy: 'admin',
  createdAt: '2026-03-02T01:00:00Z',
};
const VERSIONS = '/api/v1/call-flows/hotline/versions';

let gateway: GatewayFixture;
let admin: string;
const created: CreateFlowVersionRequest[] = [];

beforeAll(async () => {
  gateway = await GatewayFixture.open();
  admin = await gateway.bearer('admin');
  gateway.answer(CreateFlowVersion, (request) => {
    created.push(request);
    return VERSION;
  });
});

afterAll(() => gateway?.close());

describe('a call flow over REST', () => {
  const post = () => gateway.http.post(VERSIONS).set('authorization', admin);

  it('is taken as JSON, as YAML, or as a file of a form', async () => {
    await post().send({ name: 'hotline' }).expect(201);
    await post().query({ note: 'new menu' }).type('application/yaml').send('name: hotline\n').expect(201);
    await post().attach('file', Buffer.from('name: hotline # 电话\n'), 'hotline.yaml').expect(201);
    expect(created).toEqual([
      { name: 'hotline', source: '{"name":"hotline"}' },
      { name: 'hotline', source: 'name: hotline\n', note: 'new menu' },
      { name: 'hotline', source: 'name: hotline # 电话\n' },
    ]);
  });

  it('is refused when it is larger than a flow can be', async () => {
    const { body } = await post().type('application/yaml').send('x'.repeat(1_000_001)).expect(413);
    expect(body).toMatchObject({ code: 'request.too-large' });
  });

  it('tells of a newer one that the release brought, with its number to compare and publish', async () => {
    const flow = {
      name: 'hotline',
      publishedNumber: 4,
      newestNumber: 5,
      builtInNumber: 5,
      builtInIsNewer: true,
    };
    gateway.answer(ListCallFlows, () => ({ items: [flow] }));
    const { body } = await gateway.http.get('/api/v1/call-flows').set('authorization', admin).expect(200);
    expect(body).toEqual({ items: [flow] });
  });

  it('is drawn as plain text', async () => {
    gateway.answer(DrawFlowVersion, () => ({ mermaid: 'flowchart TD' }));
    const answer = await gateway.http.get(`${VERSIONS}/2/diagram`).set('authorization', admin).expect(200);
    expect(answer.text).toBe('flowchart TD');
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  });

  it('is published by those who may, and by nobody else', async () => {
    const leader = await gateway.bearer('shift-leader');
    await gateway.http.post(`${VERSIONS}/2/publish`).set('authorization', leader).expect(403);
    await gateway.http.put('/api/v1/dialled-numbers/95598').set('authorization', leader).send({}).expect(403);
  });

  it('is where a dialled number leads, `*` among them', async () => {
    gateway.answer(RouteDialledNumber, (route) => ({
      ...route,
      setBy: 'admin',
      setAt: '2026-03-02T01:00:00Z',
    }));
    const { body } = await gateway.http
      .put('/api/v1/dialled-numbers/*')
      .set('authorization', admin)
      .send({ flow: 'hotline' })
      .expect(200);
    expect(body).toMatchObject({ dialled: '*', flow: 'hotline' });
    await gateway.http.put('/api/v1/dialled-numbers/abc').set('authorization', admin).send({}).expect(400);
  });
});

describe('calls of customers over REST', () => {
  it('show numbers only to who may see them', async () => {
    gateway.answer(ListInboundCalls, () => ({
      items: [
        {
          callId: 'c1',
          phone: '+8613900010001',
          dialled: '95598',
          desk: 'general',
          language: 'zh-CN' as const,
          startedAt: '2026-03-02T01:00:00Z',
          phase: 'menu' as const,
          selfServiceCompleted: false,
          anonymous: false,
        },
      ],
    }));
    const list = async (bearer: string) =>
      (await gateway.http.get('/api/v1/inbound-calls').set('authorization', bearer).expect(200)).text;
    expect(await list(admin)).toContain('+8613900010001');
    expect(await list(await gateway.bearer('quality'))).not.toContain('13900010001');
  });
});
