import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src';
import { eventually } from './eventually.fixture';

let folder: string;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'switchyard-embedded-'));
  await chmod(folder, 0o755);
  postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'pg'), settings: { fsync: 'off' } });
});

afterAll(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function as<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the embedded Postgres', () => {
  it('speaks UTF-8 and finds Chinese by trigrams', async () => {
    const [row] = await as<{ encoding: string; trigrams: string[] }>(
      postgres.url('ticket'),
      `SELECT getdatabaseencoding() AS encoding, show_trgm('城区停电') AS trigrams`,
    );
    expect(row?.encoding).toBe('UTF8');
    expect(row?.trigrams.length).toBeGreaterThan(2);
  });

  it('lets no service into the schema of another', async () => {
    await as(postgres.url('ticket'), 'CREATE TABLE bill (id integer)');
    await expect(as(postgres.url('ivr'), 'SELECT * FROM ticket.bill')).rejects.toThrow('permission denied');
    await expect(as(postgres.url('ivr'), 'CREATE TABLE public.loose (id integer)')).rejects.toThrow(
      'permission denied',
    );
  });

  it('lets ivr, and nobody else, read what the PBX writes later', async () => {
    await as(postgres.url('pbx'), 'CREATE TABLE later (id integer)');
    await expect(as(postgres.url('ivr'), 'SELECT * FROM pbx.later')).resolves.toEqual([]);
    await expect(as(postgres.url('ivr'), 'INSERT INTO pbx.later VALUES (1)')).rejects.toThrow('denied');
    await expect(as(postgres.url('hr'), 'SELECT * FROM pbx.later')).rejects.toThrow('denied');
  });

  it('keeps data and logins over a restart', async () => {
    await as(postgres.url('hr'), 'CREATE TABLE kept AS SELECT 7 AS n');
    await postgres.stop();
    expect(alive(postgres.pid)).toBe(false);
    await postgres.restart();
    await expect(as(postgres.url('hr'), 'SELECT n FROM kept')).resolves.toEqual([{ n: 7 }]);
  });

  it('starts again after it was killed', async () => {
    process.kill(postgres.pid, 'SIGKILL');
    await eventually(
      () => alive(postgres.pid),
      (lives) => !lives,
    );
    await postgres.restart();
    await expect(as(postgres.url('hr'), 'SELECT n FROM kept')).resolves.toEqual([{ n: 7 }]);
  });

  it('is not kept from starting by a pid file of somebody else', async () => {
    const stranger = spawn('sleep', ['600']);
    try {
      await postgres.stop();
      await writeFile(
        path.join(postgres.dataDir, 'postmaster.pid'),
        `${stranger.pid}\n${postgres.dataDir}\n`,
      );
      await postgres.restart();
      expect(alive(stranger.pid ?? 0)).toBe(true);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('takes the place of a server that was left behind on its folder', async () => {
    const left = postgres.pid;
    const second = await startEmbeddedPostgres({ dataDir: postgres.dataDir });
    expect(alive(left)).toBe(false);
    await expect(as(second.url('hr'), 'SELECT n FROM kept')).resolves.toEqual([{ n: 7 }]);
    await second.stop();
    await postgres.restart();
  });

  it('says why it cannot start', async () => {
    const start = startEmbeddedPostgres({
      dataDir: `${postgres.dataDir}-bad`,
      settings: { shared_buffers: 'plenty' },
    });
    await expect(start).rejects.toThrow('shared_buffers');
  });
});
