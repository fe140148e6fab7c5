import { describeError } from '../errors';
import { withTimeout } from '../time/with-timeout';

export interface HealthCheckOptions {
  /** Milliseconds after which the check counts as failed; default 2000. */
  readonly timeoutMs?: number;
}

export interface CheckResult {
  readonly ok: boolean;
  readonly milliseconds: number;
  readonly error?: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, CheckResult>>;
  /** What an operator is to see to; the service works all the same. */
  readonly notes?: Readonly<Record<string, string>>;
}

type Check = () => Promise<void> | void;

/** Named checks of what a service needs to do its work. A check fails by throwing. */
export class HealthRegistry {
  private readonly checks = new Map<string, { check: Check; timeoutMs: number }>();
  private readonly notes = new Map<string, () => string | undefined>();
  private draining = false;

  /** @throws Error when the name is taken. */
  add(name: string, check: Check, options: HealthCheckOptions = {}): void {
    if (this.checks.has(name)) throw new Error(`health check ${name} exists already`);
    this.checks.set(name, { check, timeoutMs: options.timeoutMs ?? 2_000 });
  }

  /** Something that an operator is to see to and that stops nothing; undefined while there is nothing to say. */
  note(name: string, text: () => string | undefined): void {
    this.notes.set(name, text);
  }

  /** From now on the service is not ready: it is being stopped. */
  drain(): void {
    this.draining = true;
  }

  async readiness(): Promise<Readiness> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, { check, timeoutMs }]) => {
        return [name, await perform(check, timeoutMs)] as const;
      }),
    );
    if (this.draining) results.push(['draining', { ok: false, milliseconds: 0, error: 'being stopped' }]);
    const ready = results.every(([, result]) => result.ok);
    const notes = [...this.notes].flatMap(([name, text]) => {
      const told = text();
      return told === undefined ? [] : [[name, told] as const];
    });
    const checks = Object.fromEntries(results);
    return notes.length === 0 ? { ready, checks } : { ready, checks, notes: Object.fromEntries(notes) };
  }
}

async function perform(check: Check, timeoutMs: number): Promise<CheckResult> {
  const startedAt = performance.now();
  const elapsed = () => Math.round(performance.now() - startedAt);
  try {
    await withTimeout(Promise.resolve().then(check), timeoutMs, 'the check');
    return { ok: true, milliseconds: elapsed() };
  } catch (error) {
    return { ok: false, milliseconds: elapsed(), error: describeError(error) };
  }
}
