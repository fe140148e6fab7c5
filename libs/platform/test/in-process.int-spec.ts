import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type EmbeddedPostgres,
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  OperationClient,
  type RunningService,
  runService,
  ServiceConfig,
  startEmbeddedPostgres,
  systemContext,
} from '../src';
import { Add, Ping, PingModule, Seen, SeenModule } from './ping.fixture';

let folder: string;
let postgres: EmbeddedPostgres;
const services: RunningService[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'switchyard-test-'));
  await import('node:fs/promises').then(({ chmod }) => chmod(folder, 0o755));
  postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'pg'), settings: { fsync: 'off' } });
  const bus = new InProcessBus();
  const config = (schema: 'ticket' | 'ivr') =>
    loadConfig(ServiceConfig, { DATABASE_URL: postgres.url(schema) });
  const start = (name: 'ticket' | 'ivr', module: new () => object) =>
    runService(
      { name, module, config: config(name) },
      { transport: new InProcessTransport(bus), logger: Logger.create({ name, level: 'warn' }) },
    );
  services.push(await start('ticket', PingModule), await start('ivr', SeenModule));
});

afterAll(async () => {
  for (const service of services) await service.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('answers and delivers', async () => {
  const [ticket, ivr] = services;
  const client = ivr!.app.get(OperationClient, { strict: false });
  const context = systemContext('ivr');
  const reply = await client.call(Ping, { text: 'hi' }, context);
  expect(reply).toEqual({ text: 'hi', caller: 'system:ivr', correlationId: context.correlationId });
  await client.call(Add, { n: 1 }, context);
  await client.call(Add, { n: 2 }, context);
  const seen = ivr!.app.get(Seen, { strict: false });
  for (let i = 0; i < 100 && seen.numbers.length < 2; i++) await new Promise((r) => setTimeout(r, 50));
  expect(seen.numbers).toEqual([1, 2]);
  const ready = await fetch(`${ticket!.url}/health/ready`);
  console.log(await ready.text(), (await (await fetch(`${ticket!.url}/metrics`)).text()).slice(0, 300));
});
