import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';

const ROOT = path.resolve(__dirname, '../..');

export interface ComposeService {
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly image?: string;
  readonly build?: { readonly dockerfile: string; readonly target?: string };
  readonly restart?: string;
  readonly profiles?: readonly string[];
  readonly volumes?: readonly string[];
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export function readRepositoryFile(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

export function composeFile(): ComposeFile {
  const schema = CORE_SCHEMA.withTags(mergeTag);
  return load(readRepositoryFile('docker-compose.yml'), { schema }) as ComposeFile;
}

/** `${NAME}`, `${NAME:-default}` and `${NAME:?reason}` as compose replaces them. */
export function interpolate(value: string, given: (name: string) => string | undefined): string {
  return value.replace(
    /\$\{([A-Z_]+)(?::[-?]([^}]*))?\}/g,
    (_, name: string, otherwise = '') => given(name) ?? (otherwise as string),
  );
}

/** Names that compose refuses to start without. */
export function requiredVariables(): readonly string[] {
  const text = readRepositoryFile('docker-compose.yml');
  return [...new Set([...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = '']) => name))];
}

/** The part of a Dockerfile that makes a target; the whole file without one. */
export function dockerfileStage(dockerfile: string, target?: string): string {
  const stages = readRepositoryFile(dockerfile).split(/^(?=FROM )/m);
  const stage =
    target === undefined ? stages.at(-1) : stages.find((text) => text.includes(` AS ${target}\n`));
  if (stage === undefined) throw new Error(`${dockerfile} has no target ${target}`);
  return stage;
}
