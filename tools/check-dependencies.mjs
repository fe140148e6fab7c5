// Who may import whom (.dependency-cruiser.cjs). First the rules themselves are tried on a small tree
// that breaks each of them once: a rule that does not notice fails the check. Then the real tree.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const cli = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** rule → files that break it (and nothing that another rule needs). */
const PLANTED = {
  'no-cycles': { 'libs/platform/src/a.ts': "import './b';", 'libs/platform/src/b.ts': "import './a';" },
  'nothing-imports-a-spec': {
    'libs/platform/src/c.ts': "import './d.spec';",
    'libs/platform/src/d.spec.ts': '',
  },
  'domain-imports-only-itself': { 'libs/domain/src/shared/e.ts': "import '@nestjs/common';" },
  'domain-contexts-are-apart': {
    'libs/domain/src/dialing/f.ts': "import '../notice/g';",
    'libs/domain/src/notice/g.ts': '',
  },
  'contracts-import-only-validators': { 'libs/contracts/src/h.ts': "import 'pino';" },
  'libs-know-no-app': {
    'libs/platform/src/i.ts': "import '../../../apps/hr/src/j';",
    'apps/hr/src/j.ts': '',
  },
  'apps-are-islands': { 'apps/ivr/src/k.ts': "import '../../hr/src/j';" },
  'gateway-knows-no-domain': { 'apps/gateway/src/l.ts': "import '@switchyard/domain';" },
  'typeorm-only-in-persistence': { 'apps/ticket/src/customer/m.ts': "import 'typeorm';" },
  'pbx-clients-only-in-the-asterisk-adapter': { 'apps/ivr/src/dialer/n.ts': "import 'ari-client';" },
  'testing-only-in-tests-and-the-demo': { 'apps/ivr/src/o.ts': "import '@switchyard/testing';" },
  'only-edges-know-nest-transport': { 'apps/ivr/src/p.use-case.ts': "import '@nestjs/microservices';" },
};

async function cruise(folder, extra = []) {
  const args = [
    cli,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...extra,
    'apps',
    'libs',
    'test',
  ];
  const output = await new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 29 }, (error, stdout, stderr) => {
      // Violations make it exit with their number; it still prints its report then.
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(stderr || String(error)));
    });
  });
  return JSON.parse(output).summary;
}

async function plant(folder) {
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    await cp(path.join(root, file), path.join(folder, file));
  }
  const barrels = ['domain', 'contracts', 'platform', 'testing'].map((lib) => [
    `libs/${lib}/src/index.ts`,
    '',
  ]);
  const files = [...barrels, ['test/empty.ts', ''], ...Object.values(PLANTED).flatMap(Object.entries)];
  for (const [file, code] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), `${code}\nexport {};\n`);
  }
}

async function checkRules() {
  const declared = require(path.join(root, '.dependency-cruiser.cjs')).forbidden.map((rule) => rule.name);
  const unplanted = declared.filter((rule) => !(rule in PLANTED));
  if (unplanted.length > 0) return [`no violation is planted for: ${unplanted.join(', ')}`];
  const folder = await mkdtemp(path.join(tmpdir(), 'switchyard-planted-'));
  try {
    await plant(folder);
    const { violations } = await cruise(folder, ['--preserve-symlinks']);
    const blind = Object.entries(PLANTED).filter(
      ([rule, files]) => !violations.some((found) => found.rule.name === rule && found.from in files),
    );
    return blind.map(([rule]) => `rule ${rule} did not notice its planted violation`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkTree() {
  const { totalCruised, totalDependenciesCruised, violations } = await cruise(root);
  console.log(
    `${totalCruised} modules, ${totalDependenciesCruised} dependencies, ${violations.length} violations`,
  );
  // The cruiser says nothing when it understands nothing.
  if (totalCruised < 100 || totalDependenciesCruised < 100) return ['next to nothing was cruised'];
  return violations.map((found) => `${found.rule.name}: ${found.from} → ${found.to}`);
}

const problems = [...(await checkRules()), ...(await checkTree())];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
