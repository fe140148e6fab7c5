import { type ChildProcess, spawn } from 'node:child_process';

/** Thrown when a command could not be run, failed, said too much or took too long. */
export class CommandFailed extends Error {
  constructor(command: string, problem: string, options?: { cause?: unknown }) {
    super(`${command}: ${problem}`, options);
    this.name = 'CommandFailed';
  }
}

export interface CommandRunnerOptions {
  /** Put before every command, e.g. `['chroot', '/srv/root']`. */
  readonly prefix?: readonly string[];
  readonly timeoutMs?: number;
  readonly maxOutputBytes?: number;
}

const STDERR_KEPT = 2_000;

/** Runs filters: bytes in, bytes out, no shell, bounded in time and size. */
export class CommandRunner {
  private readonly running = new Set<ChildProcess>();
  private readonly prefix: readonly string[];
  private readonly timeoutMs: number;
  private readonly maxOutputBytes: number;

  constructor({ prefix = [], timeoutMs = 10_000, maxOutputBytes = 32 << 20 }: CommandRunnerOptions = {}) {
    this.prefix = prefix;
    this.timeoutMs = timeoutMs;
    this.maxOutputBytes = maxOutputBytes;
  }

  /** Standard output of a command that ended well. @throws CommandFailed */
  run(command: string, args: readonly string[], input: Uint8Array = new Uint8Array(0)): Promise<Buffer> {
    const [program = command, ...rest] = [...this.prefix, command, ...args];
    return new Promise<Buffer>((resolve, reject) => {
      const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
      this.running.add(child);
      const output: Buffer[] = [];
      let size = 0;
      let complaint = '';
      let problem: string | undefined;
      const stop = (why: string) => {
        problem ??= why;
        child.kill('SIGKILL');
      };
      const timer = setTimeout(() => stop(`took longer than ${this.timeoutMs} ms`), this.timeoutMs);
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        this.running.delete(child);
        finish();
      };
      child.stdout.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > this.maxOutputBytes) stop(`gave more than ${this.maxOutputBytes} bytes`);
        else output.push(chunk);
      });
      child.stderr.on('data', (chunk: Buffer) => {
        complaint = (complaint + chunk.toString()).slice(-STDERR_KEPT);
      });
      // A command that ends without reading its input tells why by its exit code.
      child.stdin.on('error', () => undefined);
      child.on('error', (cause) =>
        settle(() => reject(new CommandFailed(command, `cannot be run by ${program}`, { cause }))),
      );
      child.on('close', (code, signal) =>
        settle(() => {
          if (problem === undefined && code === 0) return resolve(Buffer.concat(output));
          const ending = problem ?? `ended with ${signal ?? `code ${code}`}`;
          reject(new CommandFailed(command, [ending, complaint.trim()].filter(Boolean).join(': ')));
        }),
      );
      child.stdin.end(input);
    });
  }

  /** Ends what still runs, at shutdown. */
  stopAll(): void {
    for (const child of this.running) child.kill('SIGKILL');
  }
}
