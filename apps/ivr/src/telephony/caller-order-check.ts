import { OrderRejected, type EnqueueOrder, type RecordingLimits } from './telephony.port';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const QUEUE = /^[a-z][a-z0-9-]{0,31}$/;
const E164 = /^\+[1-9]\d{6,14}$/;
const TRUNK = /^[A-Za-z0-9_-]{1,64}$/;
const VARIABLE = /^[A-Z][A-Z_]{0,39}$/;
/** What the dialplan takes for one value and for nothing else. */
const VALUE = /^[A-Za-z0-9 ._:+-]{0,80}$/;

const whole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

function demand(holds: boolean, field: string, remedy: string): void {
  if (!holds) throw new OrderRejected(field, remedy);
}

/** @throws OrderRejected */
export function checkEnqueue(order: EnqueueOrder): void {
  const { queue, priority, maxWaitSeconds, recordingName, variables = {} } = order;
  demand(QUEUE.test(queue), 'queue', 'give the name of a queue: a–z, 0–9 and -');
  demand(whole(priority, 0, 100), 'priority', 'give a whole number from 0 to 100');
  demand(whole(maxWaitSeconds, 1, 7_200), 'maxWaitSeconds', 'give whole seconds from 1 to 7200');
  demand(recordingName === undefined || UUID.test(recordingName), 'recordingName', 'give a UUID');
  for (const [name, value] of Object.entries(variables)) {
    demand(VARIABLE.test(name), 'variables', 'name them with A–Z and _');
    demand(VALUE.test(value), `variables.${name}`, 'use letters, digits, spaces and . _ : + - only');
  }
}

/** @throws OrderRejected */
export function checkRecording(name: string, { maxSeconds, maxSilenceSeconds }: RecordingLimits): void {
  demand(UUID.test(name), 'name', 'give a UUID');
  demand(whole(maxSeconds, 1, 3_600), 'maxSeconds', 'give whole seconds from 1 to 3600');
  demand(whole(maxSilenceSeconds, 0, 60), 'maxSilenceSeconds', 'give whole seconds from 0 to 60');
}

/** @throws OrderRejected */
export function checkTransfer(number: string, trunk: string): void {
  demand(E164.test(number), 'number', 'give E.164 with the leading plus');
  demand(TRUNK.test(trunk), 'trunk', 'give the name of a trunk');
}

/** @throws OrderRejected */
export function checkKeepAlive(seconds: number): void {
  demand(whole(seconds, 1, 7_200), 'seconds', 'give whole seconds from 1 to 7200');
}
