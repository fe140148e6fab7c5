import type { ManagerPacket } from 'asterisk-manager';
import type { Scheduler } from '../../scheduler';
import type { TelephonyLog } from '../../telephony-log';
import { LinkKeeper } from '../link-keeper';
import type { ManagerAction } from './manager-action';
import { ManagerActionFailed, type ManagerLink, openManagerLink, type ManagerTarget } from './manager-link';

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
const EVENT_CLASSES = 'system,agent,call,user';
/** Calls' own events come by ARI; a second stream of them would cost both sides for nothing. */
const EVENTS = [
  'Shutdown',
  'ContactStatus',
  'QueueCallerJoin',
  'QueueCallerAbandon',
  'QueueMemberStatus',
  'QueueMemberAdded',
  'QueueMemberRemoved',
  'QueueMemberPause',
  'QueueMemberPenalty',
  'AgentCalled',
  'AgentRingNoAnswer',
  'AgentConnect',
  'AgentComplete',
  'Hold',
  'Unhold',
  'BlindTransfer',
  'AttendedTransfer',
  'UserEvent',
];

/** What somebody wants of the link, beside its being open. */
export interface ManagerFollower {
  /** A fresh link; while it is pending, no event is told. When it fails, the link is given up and opened again. */
  onOpened(link: ManagerLink): Promise<void>;
  onEvent(event: ManagerPacket): void;
  onLost(reason: string): void;
}

/** What only AMI gives, over a connection that is kept open: the PBX's announcement of its own end, and queues. */
export class PbxManager {
  private link: ManagerLink | undefined;
  private readonly keeper: LinkKeeper;
  private follower: ManagerFollower | undefined;
  /** Events that came while the follower looked at how things stand. */
  private early: ManagerPacket[] | undefined;

  constructor(private readonly parts: PbxManagerParts) {
    const { node, scheduler, random, log } = parts;
    this.keeper = new LinkKeeper({
      open: (lost) => this.open(lost),
      scheduler,
      random,
      onFailed: (err, attempt, waitMs) =>
        log.warn('AMI could not be reached', { node, attempt, waitMs, err }),
      onLost: (reason) => {
        this.drop(reason);
        log.warn('AMI was lost', { node, reason });
      },
    });
  }

  start(): void {
    this.keeper.start();
  }

  stop(): void {
    this.keeper.stop();
    this.drop('left');
  }

  get isConnected(): boolean {
    return this.link !== undefined;
  }

  /** Before `start`. */
  follow(follower: ManagerFollower): void {
    this.follower = follower;
  }

  /** @throws ManagerActionFailed at once while not connected: an action is never kept for later (T6). */
  async ask(action: ManagerAction, timeoutMs?: number): ReturnType<ManagerLink['ask']> {
    if (this.link === undefined) throw new ManagerActionFailed(action.action, 'not connected', false);
    return this.link.ask(action, timeoutMs);
  }

  /** @throws ManagerActionFailed at once while not connected */
  async list(
    action: ManagerAction,
    lastEvent: string,
    timeoutMs?: number,
  ): Promise<readonly ManagerPacket[]> {
    if (this.link === undefined) throw new ManagerActionFailed(action.action, 'not connected', false);
    return this.link.list(action, lastEvent, timeoutMs);
  }

  private async open(lost: (reason: string) => void): Promise<ManagerLink> {
    const { node, target, log, open = openManagerLink } = this.parts;
    this.early = [];
    const link = await open(
      target,
      {
        onEvent: (event) => this.receive(event),
        onBadEvent: (err) => log.error('an AMI event could not be used', { node, err }),
        onLost: lost,
      },
      LINK_TIMEOUT_MS,
    );
    try {
      await Promise.all(
        EVENTS.map((name) =>
          link.ask({ action: 'Filter', operation: 'Add', matchcriteria: `action(include),name(${name})` }),
        ),
      );
      await link.ask({ action: 'Events', eventmask: EVENT_CLASSES });
      this.link = link;
      await this.follower?.onOpened(link);
    } catch (error) {
      this.link = undefined;
      link.close();
      throw error;
    }
    const early = this.early;
    this.early = undefined;
    for (const event of early) this.tell(event);
    return link;
  }

  private receive(event: ManagerPacket): void {
    if (event['event'] === 'Shutdown') {
      this.parts.onShutdown(`the PBX is shutting down (${String(event['shutdown'])})`);
    }
    if (this.early !== undefined) this.early.push(event);
    else this.follower?.onEvent(event);
  }

  private tell(event: ManagerPacket): void {
    try {
      this.follower?.onEvent(event);
    } catch (err) {
      this.parts.log.error('an AMI event could not be used', { node: this.parts.node, err });
    }
  }

  private drop(reason: string): void {
    if (this.link === undefined) return;
    this.link = undefined;
    this.follower?.onLost(reason);
  }
}
