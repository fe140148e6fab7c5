import { existsSync } from 'node:fs';
import path from 'node:path';

/** The repository's root, from the sources and from dist/ alike. */
export function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'deploy', 'asterisk', 'placeholders.conf'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no repository around ${__dirname}`);
    folder = parent;
  }
  return folder;
}

/** Everything that the lab makes lives here. */
export function labFolder(): string {
  return path.join(repositoryRoot(), '.lab');
}

/** The root file system that all labs of this repository share. */
export function labRoot(): string {
  return path.join(labFolder(), 'root');
}
