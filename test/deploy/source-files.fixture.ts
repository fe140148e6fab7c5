import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** Text of every TypeScript file of apps/ and libs/ that is no test, by its path. */
export function sourceFiles(): ReadonlyMap<string, string> {
  const files = ['apps', 'libs'].flatMap((top) =>
    readdirSync(path.join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(top, file),
    ),
  );
  const sources = files.filter((file) => file.endsWith('.ts') && !/\/test\/|spec\.ts$/.test(file));
  return new Map(sources.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]));
}
