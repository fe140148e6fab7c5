import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { labControl } from '../lab-paths';
import { Daemon, type DaemonOptions } from '../process/daemon';
import { identify, isAlive, ownIdentity, type ProcessIdentity } from '../process/identity';
import { waitFor } from '../process/wait-for';
import { ensureLabPrograms } from './find-way';
import type { HostSpec, LabHostKind } from './host-spec';
import { hostOf } from './host-of';
import type { LabHost } from './lab-host';
import { LabUnavailable } from './lab-unavailable';

/**
 * One way may be closed on this machine: its tests are skipped with the reason. With CI=true, where skipped tests are
 * failures, they are left out instead, as long as the other way is open: only that none is open is a failure.
 */
function describeOn(kind: LabHostKind, define: (spec: HostSpec) => void): void {
  const way = wayOf(kind);
  if (!(way instanceof LabUnavailable)) {
    describe(`a lab's host by ${kind}`, () => define(way));
    return;
  }
  process.stderr.write(`skipped: a lab's host by ${way.message}\n`);
  if (process.env.CI === 'true' && KINDS.some((other) => !(wayOf(other) instanceof LabUnavailable))) return;
  describe.skip(`a lab's host (skipped: ${way.message})`, () => define({ kind: 'chroot' }));
}

const KINDS: readonly LabHostKind[] = ['chroot', 'docker'];

function wayOf(kind: LabHostKind): HostSpec | LabUnavailable {
  try {
    return ensureLabPrograms(kind);
  } catch (error) {
    if (error instanceof LabUnavailable) return error;
    throw error;
  }
}

function forget(host: LabHost): void {
  for (const folder of [host.folder.host, labControl(host.name).folder]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(host: LabHost, program: string, args: readonly string[], input = ''): Promise<string> {
  const [first = program, ...rest] = [...host.command, program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', () => resolve(output));
    // A program that ends without reading breaks the pipe: what it said, and how it ended, is told all the same.
    child.stdin.once('error', () => undefined);
    child.stdin.end(input);
  });
}

for (const kind of KINDS) {
  describeOn(kind, (spec) => {
    jest.setTimeout(120_000);
    const host = hostOf(`host-${kind}-${process.pid}`, spec);
    const control = labControl(host.name).folder;

    const daemon = (command: DaemonOptions['command'], options: Partial<DaemonOptions> = {}) =>
      new Daemon({
        name: 'the program',
        pidFile: path.join(control, 'program.pid'),
        logFile: path.join(control, 'program.out'),
        command,
        launcher: host,
        ready: () => true,
        ...options,
      });
    const state = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) (.).*/s, '$1');

    beforeAll(() => host.open(ownIdentity()));

    afterAll(async () => {
      await host.close();
      forget(host);
    });

    it('runs a program on what it is given, and gives what it says', async () => {
      expect(await run(host, 'cat', [], '您好')).toBe('您好');
      expect(Buffer.from(await run(host, 'sox', ['--version'])).toString()).toMatch(/SoX/);
    });

    it('passes on how a program ended, and its complaints', async () => {
      const [program = '', ...rest] = host.command;
      const { status, stderr } = spawnSync(program, [...rest, 'sh', '-c', 'echo no >&2; exit 7']);
      expect({ status, stderr: String(stderr) }).toEqual({ status: 7, stderr: 'no\n' });
    });

    it('ends with a program that did not read what it was given, and whose giver never stops', async () => {
      const [program = '', ...rest] = host.command;
      const child = spawn(program, [...rest, 'echo', 'done'], { stdio: ['pipe', 'pipe', 'inherit'] });
      await new Promise((resolve) => child.once('close', resolve));
      expect(child.exitCode).toBe(0);
    });

    it('runs many at a time, each with bytes of its own', async () => {
      const words = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(70_000));
      expect(await Promise.all(words.map((word) => run(host, 'cat', [], word)))).toEqual(words);
    });

    it('shares the lab’s folder with its programs, and what they make is the user’s to remove', async () => {
      writeFileSync(path.join(host.folder.host, 'from-outside'), 'one');
      expect(await run(host, 'cat', [`${host.folder.inside}/from-outside`])).toBe('one');
      await run(host, 'sh', [
        '-c',
        `mkdir ${host.folder.inside}/made && echo two > ${host.folder.inside}/made/file`,
      ]);
      const made = path.join(host.folder.host, 'made');
      expect(readFileSync(path.join(made, 'file'), 'utf8')).toBe('two\n');
      expect(statSync(made).uid).toBe(process.getuid?.());
      rmSync(made, { recursive: true });
    });

    it('gives Asterisk a folder that it can write as the user that it becomes', async () => {
      const name = 'asterisks-own';
      mkdirSync(path.join(host.folder.host, name));
      host.giveToAsterisk(path.join(host.folder.host, name));
      const [, user] = host.asteriskFlags;
      const touch = `touch ${host.folder.inside}/${name}/file`;
      const asAsterisk = user === undefined ? ['-c', touch] : ['-c', `su -s /bin/sh ${user} -c '${touch}'`];
      await run(host, 'sh', asAsterisk);
      expect(existsSync(path.join(host.folder.host, name, 'file'))).toBe(true);
    });

    it('starts a program in the background, with its environment, and keeps what it says', async () => {
      const program = daemon(['sh', '-c', 'echo "said $WORD"; echo wrong >&2; exec sleep 600'], {
        env: { WORD: 'hello' },
      });
      await program.start();
      const said = path.join(control, 'program.out');
      await waitFor('it has spoken', () => readFileSync(said, 'utf8').includes('wrong'), 10_000);
      expect(readFileSync(said, 'utf8')).toBe('said hello\nwrong\n');
      expect(program.pid).toEqual(expect.any(Number));
      await program.stop();
      expect(program.pid).toBeUndefined();
    });

    it('starts programs whose pids are this machine’s: they can be stopped, continued and killed', async () => {
      const program = daemon(['sleep', '600']);
      await program.start();
      const pid = program.pid ?? 0;
      program.signal('SIGSTOP');
      await waitFor('it stands still', () => state(pid) === 'T', 10_000);
      program.signal('SIGCONT');
      await waitFor('it goes on', () => state(pid) === 'S', 10_000);
      await program.kill();
      expect(existsSync(`/proc/${pid}/exe`)).toBe(false);
    });

    it('is another object with the same program, found again by its pid file', async () => {
      const program = daemon(['sleep', '600']);
      await program.start();
      expect(daemon(['sleep', '600']).pid).toBe(program.pid);
      await daemon(['sleep', '600']).stop();
      expect(program.pid).toBeUndefined();
    });

    it('tells the last words of a program that ends while it starts', async () => {
      const program = daemon(['sh', '-c', 'echo out of order; exit 3'], { ready: () => false });
      await expect(program.start()).rejects.toThrow(/ended while starting[^]*out of order/);
      await expect(daemon(['no-such-program'], { ready: () => false }).start()).rejects.toThrow(
        /no-such-program/,
      );
      expect(program.pid).toBeUndefined();
    });

    it('opens again after it was closed, and closing twice does no harm', async () => {
      await host.close();
      await host.close();
      if (kind === 'docker')
        expect(spawnSync(host.command[0] ?? '', [...host.command.slice(1), 'true']).status).toBe(125);
      await host.open(ownIdentity());
      expect(await run(host, 'echo', ['there'])).toBe('there\n');
    });

    it('opens over one that was left open', async () => {
      await hostOf(host.name, spec).open(ownIdentity());
      expect(await run(host, 'echo', ['there'])).toBe('there\n');
    });

    if (kind === 'docker') {
      const survivor = async (owner: ProcessIdentity) => {
        const orphaned = hostOf(`${host.name}-orphan`, spec);
        await orphaned.open(owner);
        const pidFile = path.join(labControl(orphaned.name).folder, 'left.pid');
        const logFile = path.join(labControl(orphaned.name).folder, 'left.out');
        const left = await orphaned.launch({
          command: ['sleep', '600'],
          env: {},
          pidFile,
          logFile,
          detached: true,
        });
        expect(isAlive(left)).toBe(true);
        return { orphaned, left };
      };

      it('ends, when it is closed, programs that nobody stopped', async () => {
        const { orphaned, left } = await survivor(ownIdentity());
        await orphaned.close();
        expect(isAlive(left)).toBe(false);
        forget(orphaned);
      });

      it('goes by itself when its owner is killed, and its programs with it', async () => {
        const owner = spawn('sleep', ['600'], { stdio: 'ignore' });
        const { orphaned, left } = await survivor(identify(owner.pid ?? 0) ?? ownIdentity());
        owner.kill('SIGKILL');
        await waitFor('the program is gone', () => !isAlive(left), 30_000);
        await orphaned.open(ownIdentity());
        await orphaned.close();
        forget(orphaned);
      });
    }
  });
}
