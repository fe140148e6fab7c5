import { missedTargets, STANDARD_FIGURE_TARGETS } from './figure-targets';
import { figuresOf, ratingFigures, selfServiceRate } from './figures-of';
import { addQueueCounts, NO_QUEUE_COUNTS, type QueueCounts } from './queue-counts';

const counts = (some: Partial<QueueCounts>): QueueCounts => ({ ...NO_QUEUE_COUNTS, ...some });

describe('figures of a queue (T4.4, §12, §13)', () => {
  it('says nothing where nothing happened', () => {
    expect(Object.values(figuresOf(NO_QUEUE_COUNTS)).every((figure) => figure === null)).toBe(true);
  });

  it('leaves out of the service level whoever gave up before the limit', () => {
    const hour = counts({ offered: 20, answered: 16, answeredInTime: 15, abandoned: 4, abandonedInTime: 2 });
    expect(figuresOf(hour)).toMatchObject({ serviceLevel: 15 / 18, answerRate: 0.8, abandonRate: 0.2 });
  });

  it('waits for whom nothing is decided yet: who has just come is neither served late nor unanswered', () => {
    const nine = counts({ offered: 1, waiting: 1, waitingInTime: 1 });
    expect(figuresOf(nine)).toMatchObject({ serviceLevel: null, answerRate: null, abandonRate: null });
    // Ten came: six answered in 20 s, one later, one gave up after 30 s, one waits since 25 s, one since 5 s.
    const ten = counts({
      offered: 10,
      answered: 7,
      answeredInTime: 6,
      abandoned: 1,
      waiting: 2,
      waitingInTime: 1,
    });
    expect(figuresOf(ten)).toMatchObject({ serviceLevel: 6 / 9, answerRate: 7 / 8, abandonRate: 1 / 8 });
  });

  it('adds up what all agents did who had a caller one after another (C14)', () => {
    // 60 s with one agent, 300 s with the next, 20 s of after-call work each.
    const handedOn = counts({
      offered: 1,
      answered: 1,
      talks: 2,
      talked: 2,
      handledSeconds: 360,
      holdKnown: 2,
      talkSeconds: 360,
      wrappedUp: 2,
      afterCallSeconds: 40,
      transferred: 1,
    });
    expect(figuresOf(handedOn)).toMatchObject({
      averageHandlingSeconds: 400,
      averageTalkSeconds: 180,
      averageAfterCallSeconds: 20,
      transferRate: 1,
    });
  });

  it('handles a call by talk, hold and after-call work, each over the calls of which it is known (C14)', () => {
    const hour = counts({
      answered: 3,
      talks: 3,
      talked: 2,
      handledSeconds: 220,
      holdKnown: 2,
      talkSeconds: 200,
      holdSeconds: 20,
      wrappedUp: 1,
      afterCallSeconds: 40,
    });
    expect(figuresOf(hour)).toMatchObject({
      averageTalkSeconds: 100,
      averageHoldSeconds: 10,
      averageAfterCallSeconds: 40,
      averageHandlingSeconds: 150,
    });
  });

  it('leaves out of mean talk and hold the calls of which it is not known what was hold', () => {
    const known = { answered: 2, talks: 2 };
    const hour = counts({
      ...known,
      talked: 2,
      handledSeconds: 160,
      holdKnown: 1,
      talkSeconds: 50,
      holdSeconds: 10,
    });
    expect(figuresOf(hour)).toMatchObject({
      averageTalkSeconds: 50,
      averageHoldSeconds: 10,
      averageHandlingSeconds: 80,
    });
  });

  it('is the figure of the sum, not the mean of the figures', () => {
    const quiet = counts({ offered: 1, answered: 1, waitSeconds: 60, answeredInTime: 0 });
    const busy = counts({ offered: 9, answered: 9, waitSeconds: 0, answeredInTime: 9 });
    expect(figuresOf(addQueueCounts([quiet, busy]))).toMatchObject({
      averageWaitSeconds: 6,
      serviceLevel: 0.9,
    });
    expect(addQueueCounts([])).toEqual(NO_QUEUE_COUNTS);
  });

  it('names what misses its target, and nothing that is on it or unknown', () => {
    const onTarget = counts({
      offered: 100,
      answered: 85,
      waitSeconds: 85 * 30,
      transferred: 0,
      holdKnown: 1,
      talkSeconds: 150,
    });
    expect(missedTargets(figuresOf(onTarget), STANDARD_FIGURE_TARGETS)).toEqual([]);
    const late = counts({
      offered: 100,
      answered: 84,
      waitSeconds: 84 * 31,
      transferred: 3,
      holdKnown: 1,
      talkSeconds: 151,
      wrappedUp: 1,
      afterCallSeconds: 61,
      rang: 1,
      ringSeconds: 13,
    });
    expect(missedTargets(figuresOf(late), STANDARD_FIGURE_TARGETS)).toEqual([
      'answerRate',
      'averageWaitSeconds',
      'averageTalkSeconds',
      'averageAfterCallSeconds',
      'transferRate',
      'averageRingSeconds',
    ]);
  });
});

describe('what callers say afterwards', () => {
  it('takes CSAT as a mean, NPS as promoters less detractors in per cent', () => {
    const figures = ratingFigures({
      ratings: 10,
      csatGiven: 4,
      csatSum: 18,
      solvedAsked: 5,
      solved: 4,
      npsAsked: 10,
      promoters: 5,
      detractors: 2,
    });
    expect(figures).toEqual({ averageCsat: 4.5, solvedRate: 0.8, nps: 30 });
  });

  it('counts as self-service whom the menus served to the end', () => {
    expect(selfServiceRate({ inMenus: 8, served: 6 })).toBe(0.75);
    expect(selfServiceRate({ inMenus: 0, served: 0 })).toBeNull();
  });
});
