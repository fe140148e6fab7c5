import type { Scheduler } from '../../scheduler';
import type { TelephonyLog } from '../../telephony-log';
import { LinkKeeper } from '../link-keeper';
import type { ManagerAction } from './manager-action';
import {
  ManagerActionFailed,
  type ManagerLink,
  type ManagerLinkListener,
  openManagerLink,
  type ManagerTarget,
} from './manager-link';

export interface PbxManagerParts {
  readonly node: string;
  readonly target: ManagerTarget;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly log: TelephonyLog;
  /** The PBX announces that it is going down. */
  readonly onShutdown: (reason: string) => void;
  readonly open?: typeof openManagerLink;
}

const LINK_TIMEOUT_MS = 5_000;
/** Calls' own events come by ARI; a second stream of them would cost both sides for nothing. */
const EVENT_CLASSES = 'system';

/** What only AMI gives, over a connection that is kept open: the PBX's announcement of its own end, and queues. */
export class PbxManager {
  private link: ManagerLink | undefined;
  private readonly keeper: LinkKeeper;
  private listener: ManagerLinkListener['onEvent'] = () => undefined;

  constructor(private readonly parts: PbxManagerParts) {
    const { node, scheduler, random, log } = parts;
    this.keeper = new LinkKeeper({
      open: async (lost) => {
        const link = await this.open(lost);
        this.link = link;
        return link;
      },
      scheduler,
      random,
      onFailed: (err, attempt, waitMs) =>
        log.warn('AMI could not be reached', { node, attempt, waitMs, err }),
      onLost: (reason) => {
        this.link = undefined;
        log.warn('AMI was lost', { node, reason });
      },
    });
  }

  start(): void {
    this.keeper.start();
  }

  stop(): void {
    this.keeper.stop();
    this.link = undefined;
  }

  get isConnected(): boolean {
    return this.link !== undefined;
  }

  onEvent(listener: ManagerLinkListener['onEvent']): void {
    this.listener = listener;
  }

  /** @throws ManagerActionFailed at once while not connected: an action is never kept for later (T6). */
  async ask(action: ManagerAction, timeoutMs?: number): ReturnType<ManagerLink['ask']> {
    if (this.link === undefined) throw new ManagerActionFailed(action.action, 'not connected');
    return this.link.ask(action, timeoutMs);
  }

  private async open(lost: (reason: string) => void): Promise<ManagerLink> {
    const { node, target, log, onShutdown, open = openManagerLink } = this.parts;
    const link = await open(
      target,
      {
        onEvent: (event) => {
          if (event['event'] === 'Shutdown')
            onShutdown(`the PBX is shutting down (${String(event['shutdown'])})`);
          this.listener(event);
        },
        onBadEvent: (err) => log.error('an AMI event could not be used', { node, err }),
        onLost: lost,
      },
      LINK_TIMEOUT_MS,
    );
    try {
      await link.ask({ action: 'Events', eventmask: EVENT_CLASSES });
    } catch (error) {
      link.close();
      throw error;
    }
    return link;
  }
}
