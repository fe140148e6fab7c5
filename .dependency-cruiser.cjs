const SPEC = '\\.(spec|int-spec|e2e-spec)\\.ts$';
const TYPEORM = '^node_modules/(typeorm|@nestjs/typeorm|pg|pg-[a-z-]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-a-spec',
      severity: 'error',
      from: { pathNot: SPEC },
      to: { path: SPEC },
    },
    {
      name: 'domain-imports-only-itself',
      comment: 'Rules are pure: no framework, no database, no clock.',
      severity: 'error',
      from: { path: '^libs/domain/src/', pathNot: SPEC },
      to: { pathNot: '^libs/domain/src/' },
    },
    {
      name: 'domain-contexts-are-apart',
      comment: 'calendar/, shared/ and speech/ are the vocabulary that every context may use.',
      severity: 'error',
      from: { path: '^libs/domain/src/([^/]+)/', pathNot: SPEC },
      to: { path: '^libs/domain/src/([^/]+)/', pathNot: '^libs/domain/src/($1|calendar|shared|speech)/' },
    },
    {
      name: 'contracts-import-only-validators',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: SPEC },
      to: {
        pathNot:
          '^libs/contracts/src/|^node_modules/(class-validator|class-transformer|@nestjs/swagger|reflect-metadata)/',
      },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-are-islands',
      comment: 'Only standalone, which runs all of them in one process, imports other apps.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'gateway-knows-no-domain',
      severity: 'error',
      from: { path: '^apps/gateway/' },
      to: { path: '^libs/domain/' },
    },
    {
      name: 'typeorm-only-in-persistence',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: `/persistence/|/migrations/|\\.module\\.ts$|^libs/testing/|/test/|${SPEC}`,
      },
      to: { path: TYPEORM },
    },
    {
      name: 'pbx-clients-only-in-the-asterisk-adapter',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/ivr/src/telephony/asterisk/' },
      to: { path: '^node_modules/(ari-client|asterisk-manager)/' },
    },
    {
      name: 'testing-only-in-tests-and-the-demo',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: `^libs/testing/|^(apps|libs)/[^/]+/test/|^apps/standalone/src/demo/|${SPEC}`,
      },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'only-edges-know-nest-transport',
      comment: 'A use case or a pure rule never sees the wire.',
      severity: 'error',
      from: { path: '\\.use-case\\.ts$' },
      to: { path: '^node_modules/(@nestjs/microservices|@nats-io)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|var|\\.lab)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'import', 'node', 'default'],
    },
  },
};
