import path from 'node:path';

/** The option that loads a file of this folder before a service. */
export function preload(name: string): string {
  return `--require=${path.join(__dirname, `${name}.js`)}`;
}

/** Environment of a service whose CPU profile is kept in that folder; nothing without one. */
export function profiled(folder: string | undefined): Readonly<Record<string, string>> {
  if (folder === undefined) return {};
  return { NODE_OPTIONS: preload('keep-profile'), BENCH_PROFILE_DIR: path.resolve(folder) };
}
