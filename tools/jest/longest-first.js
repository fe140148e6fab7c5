// The order of test files: the longest first, so that none is begun when the others are nearly done. Jest knows how
// long each took only where it has run before.
const { existsSync } = require('node:fs');
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Files of more than 20 seconds, the longest first, measured on two processors. */
const LONGEST = [
  'test/inbound/inbound-calls.e2e-spec.ts',
  'test/faults/faults.e2e-spec.ts',
  'test/inbound-faults/inbound-faults.e2e-spec.ts',
  'test/notice-calls.e2e-spec.ts',
  'apps/ivr/test/dialer.int-spec.ts',
  'apps/ivr/test/call-flow/callers.int-spec.ts',
  'apps/ivr/src/telephony/asterisk/queue/asterisk-queue-node.int-spec.ts',
  'apps/ivr/src/telephony/asterisk/queue/queues-on-asterisk.int-spec.ts',
  'apps/ivr/src/telephony/asterisk/asterisk-node.int-spec.ts',
  'apps/ivr/test/agent-queue/desk-on-asterisk.int-spec.ts',
  'apps/ivr/test/agent-queue/queue-calls.int-spec.ts',
  'apps/ivr/src/telephony/asterisk/asterisk-faults.int-spec.ts',
  'apps/ivr/test/agent-queue/recordings.int-spec.ts',
  'apps/ivr/test/campaign/xlsx.int-spec.ts',
  'apps/ivr/src/telephony/asterisk/callers-without-us.int-spec.ts',
  'apps/ticket/test/register-import.int-spec.ts',
  'libs/platform/test/nats-faults.int-spec.ts',
  'libs/testing/src/lab/call-in.int-spec.ts',
].map((file) => path.join(__dirname, '../..', file));

const gone = LONGEST.filter((file) => !existsSync(file));
if (gone.length > 0)
  throw new Error(`tools/jest/longest-first.js names files that are not there: ${gone.join(', ')}`);

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = (test) => (LONGEST.includes(test.path) ? LONGEST.indexOf(test.path) : LONGEST.length);
    // By what is known of former runs, else by size; sorting keeps that among equals.
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
};
