const { readFileSync } = require('node:fs');
const path = require('node:path');

const {
  paths: _paths,
  baseUrl: _baseUrl,
  ...jsc
} = JSON.parse(readFileSync(path.join(__dirname, '.swcrc'), 'utf8')).jsc;

/** @type {import('jest').Config} */
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', { swcrc: false, jsc, module: { type: 'commonjs' } }] },
  // These packages ship as ES modules only: swc turns them into CommonJS for Jest.
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|@nats-io|uuid|jose|file-type|content-disposition)/)'],
  moduleNameMapper: { '^@switchyard/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.lab/', '<rootDir>/var/'],
};

const project = (displayName, suffix) => ({
  ...base,
  displayName,
  testMatch: [`<rootDir>/{apps,libs,test}/**/*.${suffix}.ts`],
});

module.exports = {
  testTimeout: 60_000,
  projects: [project('unit', 'spec'), project('integration', 'int-spec'), project('e2e', 'e2e-spec')],
};
