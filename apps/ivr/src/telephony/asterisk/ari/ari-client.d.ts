declare module 'ari-client' {
  import type { EventEmitter } from 'node:events';

  /** The WebSocket (package ws, version 6) that the client opened last. */
  export interface AriClientSocket extends EventEmitter {
    ping(): void;
    close(): void;
    terminate(): void;
  }

  export interface AriClient extends EventEmitter {
    /** Opens the event socket of a Stasis application; resolves when it is open. */
    start(application: string): Promise<void>;
    /** Exists from the call of `start` on. */
    readonly _ws: AriClientSocket;
  }

  /** Loads the API's description, about twelve GETs, without a time-out. */
  export function connect(url: string, user: string, password: string): Promise<AriClient>;
}
