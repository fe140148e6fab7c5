/** One AMI action: its name and its headers. Repeated headers are not needed by us, so they are not possible. */
export interface ManagerAction {
  readonly action: string;
  readonly [header: string]: string | number | boolean;
}

/** The action may not be sent: a header's name is no name, or it would place a call. */
export class ManagerActionRefused extends Error {
  constructor(action: string, reason: string) {
    super(`AMI action ${action} refused: ${reason}`);
    this.name = 'ManagerActionRefused';
  }
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]+/g;
/** asterisk-manager replays what it could not send: a call must never be placed that way (T6). */
const PLACES_CALLS = new Set(['originate']);

/**
 * What may be written to the wire: no value can end its header and begin another (T6).
 * @throws ManagerActionRefused
 */
export function harmlessAction(action: ManagerAction): Readonly<Record<string, string>> {
  const name = action.action;
  if (PLACES_CALLS.has(name.trim().toLowerCase())) {
    throw new ManagerActionRefused(name, 'calls are placed through ARI alone');
  }
  const headers: Record<string, string> = {};
  for (const [header, value] of Object.entries(action)) {
    if (!NAME.test(header)) throw new ManagerActionRefused(name, `"${header}" is no header`);
    headers[header] = String(value).replace(CONTROL, ' ').trim();
  }
  return headers;
}
