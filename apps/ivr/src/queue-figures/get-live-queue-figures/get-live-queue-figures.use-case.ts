import { Inject, Injectable } from '@nestjs/common';
import type { AgentsByState, LiveQueue, LiveQueueFigures } from '@switchyard/contracts';
import { addQueueCounts, QUEUE_NAMES } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { type AgentsNow, FigureRows, NO_MENU_CALLERS } from '../figures/figure-rows.port';
import { toFiguresView, toSelfServiceView, toTierLevels } from '../figures/figures-view';
import { todayUntil } from '../figures/intervals';

/** More than queues by tiers. */
const MOST_ROWS = 1_000;

/** What a wall board shows (T4.4). */
@Injectable()
export class GetLiveQueueFigures {
  private underWay: Promise<LiveQueueFigures> | undefined;

  constructor(
    private readonly rows: FigureRows,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** However many look at once, it is reckoned once. */
  execute(): Promise<LiveQueueFigures> {
    this.underWay ??= this.reckon().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async reckon(): Promise<LiveQueueFigures> {
    const now = this.clock.now();
    const today = todayUntil(now);
    const targets = await this.rows.targets(now);
    const [all, counted, waiting, agents, inMenus, [menus]] = await Promise.all([
      // No sum of the queues: a caller whom an agent handed on asked for a human once.
      this.rows.count(today, 'whole', undefined, targets, MOST_ROWS),
      this.rows.count(today, 'whole', 'queue', targets, MOST_ROWS),
      this.rows.waitingNow(now),
      this.rows.agentsNow(),
      this.rows.callersInMenus(),
      this.rows.selfService(today, 'whole', 1),
    ]);
    const queues = QUEUE_NAMES.map((queue): LiveQueue => {
      const ofQueue = waiting.find((row) => row.queue === queue);
      return {
        queue,
        waiting: ofQueue?.waiting ?? 0,
        longestWaitSeconds: ofQueue?.longestWaitSeconds ?? 0,
        talking: ofQueue?.talking ?? 0,
        agents: byState(agents.filter((row) => row.queue === queue)),
        today: toFiguresView(
          addQueueCounts(counted.filter(({ group }) => group === queue).map(({ counts }) => counts)),
        ),
      };
    });
    return {
      queues,
      agents: byState(agents.filter((row) => row.queue === null)),
      inMenus,
      today: toFiguresView(addQueueCounts(all.map(({ counts }) => counts))),
      tiers: toTierLevels(all, targets),
      selfService: toSelfServiceView(menus ?? NO_MENU_CALLERS),
    };
  }
}

function byState(rows: readonly AgentsNow[]): AgentsByState {
  const inState = (state: string) =>
    rows.filter((row) => row.state === state).reduce((sum, { agents }) => sum + agents, 0);
  return {
    signedIn: rows.filter(({ state }) => state !== 'signed-out').reduce((sum, { agents }) => sum + agents, 0),
    ready: inState('ready'),
    ringing: inState('ringing'),
    talking: inState('talking'),
    afterCallWork: inState('after-call-work'),
    away: inState('away'),
  };
}
