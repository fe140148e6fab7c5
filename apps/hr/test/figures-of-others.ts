import type {
  QueueFiguresReport,
  QueueFiguresView,
  RatingFiguresReport,
  ServiceReportView,
} from '@switchyard/contracts';

const figures = (offered: number, answered: number): QueueFiguresView => ({
  offered,
  answered,
  answeredInTime: answered,
  abandoned: offered - answered,
  abandonedInTime: 0,
  callBacks: 0,
  timedOut: 0,
  turnedAway: 0,
  waiting: 0,
  transferred: 0,
  talks: 0,
  talksOver: 0,
  holdKnown: 0,
  afterCallsKnown: 0,
  ringsKnown: 0,
  serviceLevel: 0.95,
  answerRate: answered / offered,
  abandonRate: null,
  averageWaitSeconds: 8,
  averageHandlingSeconds: null,
  averageTalkSeconds: null,
  averageHoldSeconds: null,
  averageAfterCallSeconds: null,
  averageRingSeconds: null,
  rangTooLongShare: null,
  transferRate: null,
});

/** What ivr tells of a day. */
export function queueFigures(offered: number, answered: number): QueueFiguresReport {
  const time = { from: '2026-03-01T16:00:00.000Z', to: '2026-03-02T16:00:00.000Z', tiers: [], missed: [] };
  return {
    items: [{ ...time, group: 'billing', figures: figures(offered, answered) }],
    total: { ...time, figures: figures(offered, answered) },
    selfService: { inMenus: 300, served: 150, rate: 0.5 },
  };
}

export function ratingFigures(): RatingFiguresReport {
  const total = {
    ratings: 0,
    csatGiven: 0,
    averageCsat: null,
    solvedAsked: 0,
    solvedRate: null,
    npsAsked: 0,
    nps: null,
  };
  return { items: [], total };
}

/** What the service desk tells of a day: nobody was called back after a complaint. */
export function serviceReport(opened: number): ServiceReportView {
  return {
    from: '2026-03-01T16:00:00.000Z',
    before: '2026-03-02T16:00:00.000Z',
    takenAt: '2026-03-03T00:00:00.000Z',
    opened,
    openedBefore: 0,
    closed: 0,
    open: opened,
    overdue: 0,
    byKind: [],
    byChannel: [],
    byArea: [],
    byDay: [],
    departments: [],
    conduct: [],
    hotTopics: [],
    complaints: {
      complaints: 0,
      before: 0,
      byGroup: [],
      byContent: [],
      byCause: [],
      repeated: [],
      followedUp: 0,
      satisfied: 0,
    },
  };
}
