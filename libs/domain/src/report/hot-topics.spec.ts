import {
  changeOf,
  hotTopics,
  percentOf,
  STANDARD_HOT_TOPIC_RULE as RULE,
  type TopicCount,
} from './hot-topics';

const complaint = (topic: string | undefined, count: number, before: number): TopicCount => ({
  kind: 'complaint',
  ...(topic !== undefined && { topic }),
  count,
  before,
});

describe('hot topics', () => {
  it('are those that grew by half and are more than a handful, the largest growth first', () => {
    const hot = hotTopics(
      [
        complaint('metering', 30, 20),
        complaint('tariff', 29, 20),
        complaint('outage', 90, 30),
        complaint('staff', 9, 0),
      ],
      RULE,
    );
    expect(hot.map(({ topic }) => topic)).toEqual(['outage', 'metering']);
    expect(hot.map(({ changePercent }) => changePercent)).toEqual([200, 50]);
  });

  it('may be new, and then have no change to tell', () => {
    expect(hotTopics([complaint('smart-meter', 12, 0)], RULE)).toEqual([complaint('smart-meter', 12, 0)]);
  });

  it('are none of what nobody has classified', () => {
    expect(hotTopics([complaint(undefined, 500, 1)], RULE)).toEqual([]);
  });
});

describe('figures of a report', () => {
  it('tell a change only against something', () => {
    expect([changeOf(15, 10), changeOf(0, 4), changeOf(3, 0)]).toEqual([
      { changePercent: 50 },
      { changePercent: -100 },
      {},
    ]);
  });

  it('tell a part only of something', () => {
    expect([percentOf(1, 3), percentOf(3, 3), percentOf(0, 0)]).toEqual([33.3, 100, undefined]);
  });
});
