// Jest's runtime for one-realm-environment.js: packages are loaded by Node itself, once for each worker, and the
// project's own modules by Jest, once for each test file. Not for tests that mock a package.
const { createRequire } = require('node:module');
const path = require('node:path');
const { compileFunction } = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');

const PACKAGES = `${path.sep}node_modules${path.sep}`;
/** Of Jest's own: its parts for a test file are the file's. */
const JESTS = /^(@jest\/|jest-|expect(\/|$)|pretty-format)/;
const PACKAGE_NAME = /^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(\/|$)/;

module.exports = class SharedPackagesRuntime extends JestRuntime {
  constructor(config, ...rest) {
    super(config, ...rest);
    this.ownNames = config.moduleNameMapper.map(([pattern]) => new RegExp(pattern));
    const { executor } = this;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    const file = this.packageFile(from, name);
    return file === undefined ? super.requireModuleOrMock(from, name) : createRequire(from)(file);
  }

  /** undefined for Node's own modules, Jest's, and ours. */
  packageFile(from, name) {
    if (!PACKAGE_NAME.test(name) || JESTS.test(name)) return undefined;
    if (this.ownNames.some((pattern) => pattern.test(name))) return undefined;
    const file = createRequire(from).resolve(name);
    return file.includes(PACKAGES) ? file : undefined;
  }
};
module.exports.default = module.exports;
