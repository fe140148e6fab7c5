import type { Launcher } from '../process/launcher';
import type { ProcessIdentity } from '../process/identity';
import type { HostSpec } from './host-spec';

/** One folder, as the host sees it and as a program of the lab does. */
export interface SharedFolder {
  readonly host: string;
  readonly inside: string;
}

/**
 * Where one lab's programs (Asterisk, nats-server, sipp, espeak-ng, sox) run. Whichever way they got here, they are
 * processes of this machine, seen and signalled by their pids, on this machine's network.
 */
export interface LabHost extends Launcher {
  /** The lab's name. */
  readonly name: string;
  /** What finds this host again, in another process. */
  readonly spec: HostSpec;
  /** The lab's own files: its configuration, its logs, what it stores. There once the host is open. */
  readonly folder: SharedFolder;
  /** Speech, shared by all labs of this checkout: what one has made, the next one need not. There once the host is open. */
  readonly speech: SharedFolder;
  /** Put before a program of the lab that is waited for: `[...command, 'espeak-ng', …]`. Standard input is passed on. */
  readonly command: readonly string[];
  /** Options by which Asterisk becomes the user who owns what `giveToAsterisk` gave. */
  readonly asteriskFlags: readonly string[];
  giveToAsterisk(folder: string): void;
  /**
   * Makes it ready to run programs, for as long as `owner` lives, or until it is closed. What an earlier one of the
   * same name left over is ended first. @throws LabUnavailable when the machine proves unfit
   */
  open(owner?: ProcessIdentity): Promise<void>;
  /** Gives back what `open` took; its programs have ended, or end now. Does nothing when it is closed. */
  close(): Promise<void>;
}
