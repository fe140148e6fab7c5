import type { RequestContext } from '@switchyard/contracts';
import {
  allocateLines,
  type BatchDemand,
  type DialObstacle,
  freeLines,
  fullBucket,
  linesOfShare,
  obstaclesOf,
  openMinutesUntil,
  takeTokens,
  type TokenBucket,
  type TurnsAhead,
} from '@switchyard/domain';
import { type Clock, isConnectionLost, type Logger } from '@switchyard/platform';
import type { TelephonyNode } from '../../telephony/telephony.port';
import type { CallsAtWork } from '../calls-at-work';
import type { ClaimCalls } from '../claim-calls/claim-calls.use-case';
import type { RunningBatch } from '../dialing.types';
import type { NodeKeeper } from '../hold-nodes/node-keeper';
import type { NodeLease } from '../hold-nodes/node-leases.port';
import type { PlaceCalls } from '../place-calls/place-calls.use-case';
import type { DialingRules } from '../policy/dialing-rules';

/** What one node's trunk carries, and what a batch without its own settings uses. */
export interface TrunkSettings {
  readonly trunk: string;
  readonly callerId: string;
  readonly lines: number;
  readonly callsPerSecond: number;
  /** Lines kept for callers (T2.10). */
  readonly inboundReserve: number;
  /** Whether this is the lab's trunk: the only one on which a test policy is accepted. */
  readonly isLab: boolean;
}

/** Seconds of calling hours assumed for a batch without a deadline. */
const NO_HURRY = 8 * 3600;

/** Starts as many calls as lines, calls per second and fairness between batches permit (T2.10). */
export class DialDue {
  private bucket: TokenBucket | undefined;
  private ahead: TurnsAhead = {};
  private lastObstacles: ReadonlyMap<string, DialObstacle | null> = new Map();

  constructor(
    private readonly node: TelephonyNode,
    private readonly settings: TrunkSettings,
    private readonly keeper: NodeKeeper,
    private readonly claimCalls: ClaimCalls,
    private readonly placeCalls: PlaceCalls,
    private readonly atWork: CallsAtWork,
    private readonly rules: DialingRules,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async execute(batches: readonly RunningBatch[], context: RequestContext): Promise<void> {
    const lease = this.keeper.usableLease(this.node);
    if (!lease || batches.length === 0) {
      this.lastObstacles = new Map();
      return;
    }
    const now = this.clock.now();
    const rate = {
      callsPerSecond: this.settings.callsPerSecond,
      burst: Math.max(1, this.settings.callsPerSecond),
    };
    this.bucket ??= fullBucket(rate, now);
    const free = this.free();
    const { granted } = takeTokens(this.bucket, rate, now, free);
    const demands = this.demands(batches, now);
    const { starts, ahead } = allocateLines(granted, demands, this.ahead);
    this.ahead = ahead;
    this.lastObstacles = obstaclesOf({ demands, starts, lines: this.settings.lines, free, granted });
    for (const batch of batches) {
      const limit = starts[batch.id] ?? 0;
      if (limit === 0) continue;
      const started = await this.start(batch, lease, limit, context);
      this.bucket = takeTokens(this.bucket, rate, this.clock.now(), started).bucket;
    }
  }

  /** What held batches with due contacts up in the round before (T2.12); null where nothing did. */
  get obstacles(): ReadonlyMap<string, DialObstacle | null> {
    return this.lastObstacles;
  }

  private free(): number {
    const { inbound, outbound } = this.atWork.linesOn(this.node);
    const { lines, inboundReserve } = this.settings;
    return freeLines({ lines, inboundReserve, liveInbound: inbound, liveOutbound: outbound });
  }

  private demands(batches: readonly RunningBatch[], now: Date): readonly BatchDemand[] {
    const { outboundByBatch } = this.atWork.linesOn(this.node);
    return batches
      .filter((batch) => this.mayDial(batch, now))
      .map((batch): BatchDemand => ({
        id: batch.id,
        waiting: this.dueNow(batch, now),
        live: outboundByBatch.get(batch.id) ?? 0,
        maxLines: linesOfShare(this.settings.lines, batch.lineSharePercent),
        remainingCalls: batch.openContacts,
        openSecondsLeft: this.openSecondsLeft(batch, now),
      }));
  }

  private dueNow(batch: RunningBatch, now: Date): number {
    const open = this.rules.openKinds(this.rules.policy(batch.policyName, now), now);
    return open.reduce((sum, kind) => sum + batch.dueByKind[kind], 0);
  }

  private mayDial(batch: RunningBatch, now: Date): boolean {
    if (!this.rules.isInForce(batch.policyName, now)) return false;
    const { labOnly } = this.rules.policy(batch.policyName, now);
    const onLab = this.settings.isLab && (batch.trunk ?? this.settings.trunk) === this.settings.trunk;
    if (labOnly && !onLab) return false;
    return batch.deadlineAt === null || batch.deadlineAt > now;
  }

  private openSecondsLeft(batch: RunningBatch, now: Date): number {
    if (!batch.deadlineAt) return NO_HURRY;
    const policy = this.rules.policy(batch.policyName, now);
    return openMinutesUntil(this.rules.hours(policy, 'resident'), now, batch.deadlineAt) * 60;
  }

  /** One batch's trouble must not stop the others (T3.4). Returns the calls that were claimed. */
  private async start(
    batch: RunningBatch,
    lease: NodeLease,
    limit: number,
    context: RequestContext,
  ): Promise<number> {
    const { trunk, callerId } = this.settings;
    try {
      const calls = await this.claimCalls.execute(
        { batch, node: this.node, lease, limit, trunk, callerId },
        context,
      );
      const policy = this.rules.policy(batch.policyName, this.clock.now());
      this.placeCalls.execute(this.node, calls, policy).catch((error: unknown) =>
        this.logger.error('calls were not placed; recovery will see to them', {
          batchId: batch.id,
          err: error,
        }),
      );
      return calls.length;
    } catch (error) {
      // Then no batch can be dialled, and the rounds grow apart.
      if (isConnectionLost(error)) throw error;
      this.logger.error('a batch could not be dialled', { batchId: batch.id, err: error });
      return 0;
    }
  }
}
