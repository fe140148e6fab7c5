import { connect, type AriClient, type AriClientSocket } from 'ari-client';
import './tame-swagger-client';
import { TimedOut, within } from '../within';
import type { AriTarget } from './ari-target';

/** What a link tells; every function is called from the socket and must not throw. */
export interface AriLinkListener {
  /** One event as parsed JSON, not yet looked at. */
  onEvent(event: unknown): void;
  /** An event that could not be used; the link goes on. */
  onBadEvent(error: unknown): void;
  /** The link is gone, once; a new one has to be opened. */
  onLost(reason: string): void;
}

export interface AriLink {
  /** Resolves when the PBX answered the ping. @throws TimedOut */
  ping(timeoutMs: number): Promise<void>;
  /** Closes without telling `onLost`. */
  close(): void;
}

/** ari-client keeps one set of credentials per process while it loads: one load at a time. */
let loading: Promise<unknown> = Promise.resolve();

/**
 * Opens the event socket of Stasis application `app` by a fresh ari-client, and takes the socket's
 * supervision from it: ari-client gives up after ten reconnects, and one that it had scheduled would come
 * back later and take the application from its successor (T6).
 * @throws TimedOut, or what the client failed with
 */
export async function openAriLink(
  target: AriTarget,
  app: string,
  listener: AriLinkListener,
  timeoutMs: number,
): Promise<AriLink> {
  const client = await load(target, timeoutMs);
  const opened = client.start(app);
  const socket = client._ws;
  let lost: ((reason: string) => void) | undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    lost = (reason) => reject(new Error(reason));
  });
  failed.catch(() => undefined);
  let open = true;
  const lose = (reason: string): void => {
    if (!open) return;
    open = false;
    lost?.(reason);
  };
  superviseSocket(client, socket, listener, lose);
  try {
    await within(`ARI socket of ${app}`, timeoutMs, Promise.race([opened, failed]));
  } catch (error) {
    open = false;
    socket.terminate();
    throw error;
  }
  lost = (reason) => listener.onLost(reason);
  return {
    ping: (pingTimeoutMs) => ping(socket, pingTimeoutMs),
    close: () => {
      open = false;
      socket.close();
      setTimeout(() => socket.terminate(), 1_000).unref();
    },
  };
}

async function load(target: AriTarget, timeoutMs: number): Promise<AriClient> {
  const turn = loading.catch(() => undefined);
  const client = turn.then(() =>
    within(`ARI of ${target.url}`, timeoutMs, connect(target.url, target.user, target.password)),
  );
  loading = client;
  return client;
}

function superviseSocket(
  client: AriClient,
  socket: AriClientSocket,
  listener: AriLinkListener,
  lose: (reason: string) => void,
): void {
  client.on('APILoadError', () => undefined);
  for (const event of ['message', 'error', 'close']) socket.removeAllListeners(event);
  socket.on('error', (error: Error) => lose(`socket error: ${error.message}`));
  socket.on('close', (code: number) => lose(`socket closed with code ${code}`));
  socket.on('message', (data: unknown) => {
    const text = String(data);
    if (isIdleTalk(text)) return;
    try {
      listener.onEvent(JSON.parse(text));
    } catch (error) {
      listener.onBadEvent(error);
    }
  });
}

/** Of how a dialling goes on only early media matters, and Asterisk filters by type alone: the rest is not even parsed. */
function isIdleTalk(text: string): boolean {
  return text.startsWith('{"type":"Dial",') && !text.includes('"dialstatus":"PROGRESS"');
}

function ping(socket: AriClientSocket, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const onPong = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      socket.removeListener('pong', onPong);
      reject(new TimedOut('pong', timeoutMs));
    }, timeoutMs);
    socket.once('pong', onPong);
    try {
      socket.ping();
    } catch (error) {
      clearTimeout(timer);
      socket.removeListener('pong', onPong);
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}
