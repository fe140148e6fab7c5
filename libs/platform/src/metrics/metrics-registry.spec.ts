import { MetricsRegistry } from '.';

describe('MetricsRegistry', () => {
  it('keeps the figures of services in one process apart', async () => {
    const [ivr, ticket] = [new MetricsRegistry('ivr'), new MetricsRegistry('ticket')];
    ivr.counter({ name: 'calls_total', help: 'Calls.' }).inc(3);
    ticket.counter({ name: 'calls_total', help: 'Calls.' }).inc(5);
    expect(await ivr.render()).toContain('calls_total{service="ivr"} 3');
    expect(await ticket.render()).toContain('calls_total{service="ticket"} 5');
  });

  it('returns a metric that exists already', () => {
    const metrics = new MetricsRegistry('ivr');
    const lines = metrics.gauge({ name: 'lines', help: 'Lines.' });
    expect(metrics.gauge({ name: 'lines', help: 'Lines.' })).toBe(lines);
  });
});
