import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** A built main program, run as an operator would. */
export class Program {
  private output = '';
  readonly child: ChildProcess;
  private over = false;
  readonly ended: Promise<number | null>;

  constructor(main: string, env: Record<string, string>) {
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, ['--enable-source-maps', path.join(ROOT, 'dist', main)], {
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    // Not at `exit`: its last words may come after that.
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
    void this.ended.then(() => (this.over = true));
  }

  get text(): string {
    return this.output;
  }

  /** Waits until the output matches. @throws Error with the output when the program ends or 60 s pass before */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const match = pattern.exec(this.output);
      if (match !== null) return match;
      if (this.over || Date.now() > deadline) {
        throw new Error(`no ${String(pattern)} in:\n${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** For clean-up: whatever state it is in. */
  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.ended;
  }
}
