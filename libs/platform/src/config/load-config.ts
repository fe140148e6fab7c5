import { validateSync } from 'class-validator';
import { bindingsOf, type EnvBinding } from './from-env';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown at start when the environment does not fit; names every bad variable and the remedy. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is wrong; correct these environment variables:\n  ${problems.join('\n  ')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads, converts and checks a config class, once, at start.
 * @throws ConfigError naming every variable that is missing or wrong, not only the first.
 */
export function loadConfig<T extends object>(Config: new () => T, env: Environment = process.env): T {
  const config = new Config();
  const bindings = bindingsOf(Config.prototype as object);
  const problems: string[] = [];
  const unreadable = new Set<string>();
  for (const binding of bindings) {
    const raw = env[binding.variable]?.trim();
    if (raw === undefined || raw === '') continue;
    const value = convert(raw, binding.type);
    if (value === undefined) {
      unreadable.add(binding.property);
      problems.push(`${binding.variable}: ${expected(binding.type)}${got(binding.variable, raw)}`);
    } else {
      Object.assign(config, { [binding.property]: value });
    }
  }
  for (const error of validateSync(config, { forbidUnknownValues: false })) {
    if (unreadable.has(error.property)) continue;
    const variable = bindings.find((binding) => binding.property === error.property)?.variable;
    problems.push(describe(variable ?? error.property, error.constraints ?? {}, env));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

function describe(variable: string, constraints: Record<string, string>, env: Environment): string {
  const raw = env[variable]?.trim() ?? '';
  const rules = Object.values(constraints).join('; ');
  return raw === '' ? `${variable} is not set: ${rules}` : `${variable}: ${rules}${got(variable, raw)}`;
}

function convert(raw: string, type: EnvBinding['type']): unknown {
  if (type === Number) return Number.isFinite(Number(raw)) ? Number(raw) : undefined;
  if (type === Boolean) return { true: true, '1': true, false: false, '0': false }[raw.toLowerCase()];
  if (type === Array) {
    return raw
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  return raw;
}

function expected(type: EnvBinding['type']): string {
  return type === Number ? 'must be a number' : 'must be true or false';
}

const SECRET = /PASSWORD|SECRET|TOKEN|KEY|URL/;

function got(variable: string, raw: string): string {
  return SECRET.test(variable) ? ' (value not shown)' : `, got "${raw}"`;
}
