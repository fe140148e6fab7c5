import { CommandFailed, CommandRunner } from './command-runner';

const node = (script: string) => ['-e', script] as const;
const program = process.execPath;

describe('a command', () => {
  it('gets its input and gives its output, byte by byte', async () => {
    const echo = node('process.stdin.pipe(process.stdout)');
    const bytes = Uint8Array.of(0, 255, 13, 10, 128);
    expect([...(await new CommandRunner().run(program, echo, bytes))]).toEqual([...bytes]);
  });

  it('is run through the prefix', async () => {
    const runner = new CommandRunner({ prefix: ['env', 'GREETING=hello'] });
    const output = await runner.run('printenv', ['GREETING']);
    expect(output.toString()).toBe('hello\n');
  });

  it('that fails is reported with its complaint', async () => {
    const failing = node('console.error("no such voice"); process.exit(3)');
    await expect(new CommandRunner().run(program, failing)).rejects.toThrow(
      /ended with code 3: no such voice/,
    );
  });

  it('that does not exist is reported, not thrown elsewhere', async () => {
    await expect(new CommandRunner().run('no-such-command-here', [])).rejects.toBeInstanceOf(CommandFailed);
  });

  it('that hangs is ended after its time', async () => {
    const runner = new CommandRunner({ timeoutMs: 50 });
    await expect(runner.run(program, node('setInterval(() => 0, 1000)'))).rejects.toThrow(
      'longer than 50 ms',
    );
  });

  it('that says too much is ended', async () => {
    const runner = new CommandRunner({ maxOutputBytes: 1_000 });
    const flood = node('setInterval(() => process.stdout.write("x".repeat(500)), 1)');
    await expect(runner.run(program, flood)).rejects.toThrow('more than 1000 bytes');
  });

  it('that does not read its input does no harm', async () => {
    const input = new Uint8Array(1 << 20);
    await expect(new CommandRunner().run(program, node('process.exit(0)'), input)).resolves.toHaveLength(0);
  });

  it('is ended at shutdown', async () => {
    const runner = new CommandRunner();
    const running = runner.run(program, node('setInterval(() => 0, 1000)'));
    runner.stopAll();
    await expect(running).rejects.toThrow('SIGKILL');
  });
});
