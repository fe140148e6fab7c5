declare module 'asterisk-manager' {
  import type { EventEmitter } from 'node:events';

  export type ManagerPacket = Readonly<Record<string, unknown>>;
  type ManagerCallback = (error: unknown, packet?: ManagerPacket) => void;

  interface Manager extends EventEmitter {
    connect(port: number, host: string, callback: () => void): void;
    login(callback: (error?: unknown) => void): void;
    /** Without a connection it keeps the action and sends it after the next login. */
    action(action: Readonly<Record<string, string>>, callback: ManagerCallback): string;
    disconnect(callback?: () => void): void;
  }

  /** Connects by itself when a port is given. `events` decides what login asks for. */
  interface ManagerConstructor {
    new (port: number | undefined, host: string, user: string, secret: string, events: boolean): Manager;
  }

  const AsteriskManager: ManagerConstructor;
  export default AsteriskManager;
}
