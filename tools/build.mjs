// Compiles apps/, libs/ and test/ to dist/, file by file, with swc; data files are copied beside them.
// Types are checked apart (`npm run types`), so that a build takes a second or two.
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const options = JSON.parse(await readFile('.swcrc', 'utf8'));
options.jsc.baseUrl = root;

const DATA = /\.(json|sql|csv|yaml|html|xml)$/;

async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function compile(file) {
  const target = path.join('dist', file.replace(/\.ts$/, '.js'));
  built.add(target).add(`${target}.map`);
  const { code, map } = await transformFile(file, {
    ...options,
    swcrc: false,
    filename: path.join(root, file),
    sourceFileName: path.relative(path.dirname(target), file),
  });
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
  await writeFile(`${target}.map`, map);
}

async function copy(file) {
  const target = path.join('dist', file);
  built.add(target);
  await mkdir(path.dirname(target), { recursive: true });
  await cp(file, target);
}

const files = (await Promise.all(['apps', 'libs', 'test'].map(filesUnder))).flat();
const built = new Set();
await Promise.all(
  files.map((file) => {
    if (file.endsWith('.d.ts') || /\.(int-|e2e-)?spec\.ts$/.test(file)) return undefined;
    if (file.endsWith('.ts')) return compile(file);
    return DATA.test(file) ? copy(file) : undefined;
  }),
);
// Removed last, so that a program which runs from dist/ meanwhile never misses a file that it needs.
const stale = (await filesUnder('dist')).filter((file) => !built.has(file));
await Promise.all(stale.map((file) => rm(file, { force: true })));
