import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startEmbeddedPostgres } from '@switchyard/platform';
import { describeWithLab } from '@switchyard/testing';
import { Program } from './program.fixture';

const ROOT = path.resolve(__dirname, '../..');
let folder: string;
const programs: Program[] = [];

beforeAll(() => {
  execFileSync(process.execPath, [path.join(ROOT, 'tools/build.mjs')]);
  folder = mkdtempSync(path.join(tmpdir(), 'switchyard-start-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const program of programs.splice(0)) await program.end();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(main: string, env: Record<string, string>): Program {
  const program = new Program(main, env);
  programs.push(program);
  return program;
}

const ports = async (): Promise<Record<string, string>> => {
  const names = ['GATEWAY_HTTP_PORT', 'IVR_HTTP_PORT', 'TICKET_HTTP_PORT', 'HR_HTTP_PORT'];
  const entries = await Promise.all(names.map(async (name) => [name, String(await freePort())] as const));
  return Object.fromEntries(entries);
};

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function untilDead(pid: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (alive(pid)) {
    if (Date.now() > deadline) throw new Error(`process ${pid} lives on`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('standalone', () => {
  const standalone = async (): Promise<[Program, string, number]> => {
    const env = {
      DATA_DIR: path.join(folder, 'data'),
      FILES_DIR: path.join(folder, 'files'),
      ...(await ports()),
    };
    const program = start('apps/standalone/src/main.js', env);
    const [, url = ''] = await program.says(/Switchyard is running: (http:\/\/\S+?)\/api\/v1/);
    const pidFile = path.join(folder, 'data/postgres/postmaster.pid');
    return [program, url, Number(readFileSync(pidFile, 'utf8').split('\n')[0])];
  };

  it('starts from nothing, says where it answers and that calls are simulated, and is ready', async () => {
    const [program, url] = await standalone();
    expect(program.text).toContain('SIMULATED');
    const ready = await fetch(`${url}/health/ready`);
    expect(await ready.json()).toMatchObject({ ready: true, checks: { postgres: { ok: true } } });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('service="gateway"');
  });

  it('ends with 0 on SIGTERM, its Postgres with it', async () => {
    const [program, , postgres] = await standalone();
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(alive(postgres)).toBe(false);
  });

  it('leaves no Postgres behind when it is killed, and starts again on the same data', async () => {
    const [program, , postgres] = await standalone();
    program.child.kill('SIGKILL');
    await program.ended;
    await untilDead(postgres);
    const [, url] = await standalone();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('names every bad variable and exits with 1', async () => {
    const program = start('apps/standalone/src/main.js', {
      DATA_DIR: path.join(folder, 'data'),
      DATABASE_URL: 'mysql://x',
      EMBEDDED_POSTGRES_PORT: 'many',
    });
    expect(await program.ended).toBe(1);
    expect(program.text).toMatch(/DATABASE_URL: .*postgres:/);
    expect(program.text).toContain('EMBEDDED_POSTGRES_PORT: must be a number, got "many"');
  });
});

describeWithLab(
  'each service alone',
  (lab) => {
    it.each(['ticket', 'hr', 'ivr', 'gateway'] as const)('%s starts, is ready and stops', async (name) => {
      const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, `alone-${name}`) });
      try {
        const program = start(`apps/${name}/src/main.js`, {
          DATABASE_URL: postgres.url(name),
          NATS_URL: lab().natsUrl,
          FILES_DIR: path.join(folder, 'files'),
          IVR_PBX: 'simulator',
          IVR_SPEECH: 'silent',
          ...(await ports()),
        });
        const [, url = ''] = await program.says(
          /"url":"(http:\/\/[^"]+)","transport":"nats","msg":"service started"/,
        );
        const ready = await fetch(`${url}/health/ready`);
        expect(await ready.json()).toMatchObject({
          ready: true,
          checks: { postgres: { ok: true }, nats: { ok: true } },
        });
        program.child.kill('SIGTERM');
        expect(await program.ended).toBe(0);
      } finally {
        await postgres.stop();
      }
    });
  },
  { name: 'start' },
);
