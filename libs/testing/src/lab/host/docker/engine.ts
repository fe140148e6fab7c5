import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const QUESTION_TIMEOUT_MS = 15_000;
const COMMAND_TIMEOUT_MS = 60_000;

/** What `docker info` tells of an engine, as far as it matters here. */
export interface EngineInfo {
  readonly OSType?: string;
  readonly OperatingSystem?: string;
  readonly KernelVersion?: string;
  readonly SecurityOptions?: readonly string[] | null;
  readonly ServerErrors?: readonly string[];
}

/** The address of the engine that `docker` talks to here, by DOCKER_HOST or its context. @throws Error without docker */
export function engineAddress(): string {
  return ask(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
}

/** @throws Error when the engine does not answer */
export function engineInfo(engine: string): EngineInfo {
  return JSON.parse(ask(['--host', engine, 'info', '--format', '{{json .}}'])) as EngineInfo;
}

export function hasImage(engine: string, image: string): boolean {
  return ask(['--host', engine, 'image', 'ls', '--quiet', image]) !== '';
}

/** A command to the engine. @returns its standard output. @throws Error with docker's own words */
export async function docker(engine: string, args: readonly string[]): Promise<string> {
  const options = { timeout: COMMAND_TIMEOUT_MS };
  const { stdout } = await promisify(execFile)('docker', ['--host', engine, ...args], options);
  return stdout.trim();
}

function ask(args: readonly string[]): string {
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  return execFileSync('docker', args, { timeout: QUESTION_TIMEOUT_MS, stdio, encoding: 'utf8' }).trim();
}
