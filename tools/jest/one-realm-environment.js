// Jest's Node environment makes a realm of its own for each test file, so that nothing loaded there can serve the next
// file: Nest, TypeORM and all they need are read again each time, some four seconds of processor time a file. Here test
// files share the worker's realm, and packages stay loaded (shared-packages-runtime.js); the project's own modules are
// loaded anew for each file as ever, and what a file has put on `globalThis` goes with it.
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

module.exports = class OneRealmEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.before = new Set(Reflect.ownKeys(globalThis));
    this.console = globalThis.console;
    this.exit = process.exit;
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    globalThis.console = this.console;
    process.exit = this.exit;
    for (const key of Reflect.ownKeys(globalThis)) {
      if (!this.before.has(key)) Reflect.deleteProperty(globalThis, key);
    }
    this.global = null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest only asks whether there is one; the runtime compiles without. */
  getVmContext() {
    return this.global;
  }
};
