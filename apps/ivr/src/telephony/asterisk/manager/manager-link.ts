import { randomUUID } from 'node:crypto';
import AsteriskManager, { type ManagerPacket } from 'asterisk-manager';
import { within } from '../within';
import { harmlessAction, type ManagerAction } from './manager-action';

export interface ManagerTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
}

export interface ManagerLinkListener {
  onEvent(event: ManagerPacket): void;
  /** An event that the listener could not use; the link goes on. */
  onBadEvent(error: unknown): void;
  /** The link is gone, once. */
  onLost(reason: string): void;
}

/** AMI answered an action with an error, or cannot be asked. */
export class ManagerActionFailed extends Error {
  constructor(
    action: string,
    reason: string,
    /** Whether AMI said so; else nothing was sent. */
    readonly answered: boolean,
  ) {
    super(`AMI action ${action} failed: ${reason}`);
    this.name = 'ManagerActionFailed';
  }
}

export interface ManagerLink {
  /** @throws ManagerActionRefused, ManagerActionFailed, TimedOut. Nothing is kept to be sent later. */
  ask(action: ManagerAction, timeoutMs?: number): Promise<ManagerPacket>;
  /** An action that is answered by a list of events, the last of which is called `lastEvent`. Throws as `ask` does. */
  list(action: ManagerAction, lastEvent: string, timeoutMs?: number): Promise<readonly ManagerPacket[]>;
  close(): void;
}

const ACTION_TIMEOUT_MS = 5_000;

/**
 * Logs in by a fresh asterisk-manager. Its own reconnecting is left alone: it begins only when asked for before
 * the first connection, and it sends actions of the past again (T6).
 */
export async function openManagerLink(
  target: ManagerTarget,
  listener: ManagerLinkListener,
  timeoutMs: number,
): Promise<ManagerLink> {
  const manager = new AsteriskManager(undefined, target.host, target.user, target.secret, true);
  let open = false;
  let lost: (reason: string) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    lost = (reason) => reject(new Error(`AMI of ${target.host}:${target.port}: ${reason}`));
  });
  failed.catch(() => undefined);
  manager.on('error', (error: Error) => lost(error.message));
  manager.on('close', () => lost('connection closed'));
  const lists = new Map<string, (event: ManagerPacket) => void>();
  manager.on('managerevent', (event: ManagerPacket) => {
    const list = lists.get(String(event['actionid']));
    if (list !== undefined) {
      list(event);
      return;
    }
    try {
      listener.onEvent(event);
    } catch (error) {
      listener.onBadEvent(error);
    }
  });
  const loggedIn = new Promise<void>((resolve, reject) => {
    manager.connect(target.port, target.host, () => {
      manager.login((error) => {
        if (error === undefined || error === null) resolve();
        else reject(new ManagerActionFailed('login', messageOf(error), true));
      });
    });
  });
  try {
    await within(`AMI of ${target.host}:${target.port}`, timeoutMs, Promise.race([loggedIn, failed]));
  } catch (error) {
    manager.disconnect();
    throw error;
  }
  open = true;
  lost = (reason) => {
    if (!open) return;
    open = false;
    manager.disconnect();
    listener.onLost(reason);
  };
  const send = async (action: ManagerAction, actionid: string, askTimeoutMs: number) => {
    const headers = harmlessAction(action);
    if (!open)
      throw new ManagerActionFailed(action.action, 'not connected, and nothing is kept for later', false);
    const answer = new Promise<ManagerPacket>((resolve, reject) => {
      manager.action({ ...headers, actionid }, (error, packet) => {
        if (error === undefined || error === null) resolve(packet ?? {});
        else reject(new ManagerActionFailed(action.action, messageOf(error), true));
      });
    });
    try {
      return await within(`answer to AMI action ${action.action}`, askTimeoutMs, answer);
    } finally {
      manager.removeAllListeners(actionid);
    }
  };
  return {
    ask: (action, askTimeoutMs = ACTION_TIMEOUT_MS) => send(action, randomUUID(), askTimeoutMs),
    list: async (action, lastEvent, askTimeoutMs = ACTION_TIMEOUT_MS) => {
      const actionid = randomUUID();
      const events: ManagerPacket[] = [];
      const whole = new Promise<void>((resolve) => {
        lists.set(actionid, (event) => {
          if (event['event'] === lastEvent) resolve();
          else events.push(event);
        });
      });
      try {
        await send(action, actionid, askTimeoutMs);
        await within(`the list that AMI action ${action.action} asks for`, askTimeoutMs, whole);
        return events;
      } finally {
        lists.delete(actionid);
      }
    },
    close: () => {
      open = false;
      manager.disconnect();
    },
  };
}

function messageOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null ? (error as ManagerPacket)['message'] : error;
  return typeof message === 'string' ? message : 'no reason given';
}
