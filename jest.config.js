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
  // Packages are loaded once for a worker, not for each test file. None of them can be mocked.
  testEnvironment: '<rootDir>/tools/jest/one-realm-environment.js',
  runtime: '<rootDir>/tools/jest/shared-packages-runtime.js',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: { '\\.ts$': ['@swc/jest', { swcrc: false, jsc, module: { type: 'commonjs' } }] },
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
  testSequencer: './tools/jest/longest-first.js',
  projects: [project('unit', 'spec'), project('integration', 'int-spec'), project('e2e', 'e2e-spec')],
};
