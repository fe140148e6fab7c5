import { MetricsRegistry } from '@switchyard/platform';
import type { NodeState, TelephonyNode } from '../telephony/telephony.port';
import { CallsAtWork } from './calls-at-work';
import { DialerMetrics } from './dialer-metrics';

const node = (name: string, state: NodeState) => ({ name, state: () => state }) as TelephonyNode;

describe('the metrics of PBX nodes', () => {
  let held: TelephonyNode[];
  let metrics: MetricsRegistry;

  beforeEach(() => {
    metrics = new MetricsRegistry('ivr');
    new DialerMetrics(metrics, new CallsAtWork(), {
      heldNodes: () =>
        held.map((each) => ({ node: each, lease: { node: each.name, holder: 'h', fence: '1' } })),
    });
  });

  const lines = async () =>
    (await metrics.render())
      .split('\n')
      .filter((line) => line.startsWith('switchyard_node'))
      .map((line) => line.replace(/,?service="ivr",?/, ''));

  it('tell a node that is held and on which no calls move', async () => {
    held = [node('pbx-1', 'up'), node('pbx-2', 'suspect'), node('pbx-3', 'down')];
    expect(await lines()).toEqual([
      'switchyard_nodes_held{} 3',
      'switchyard_node_up{node="pbx-1"} 1',
      'switchyard_node_up{node="pbx-2"} 0',
      'switchyard_node_up{node="pbx-3"} 0',
    ]);
  });

  it('forget a node that another process holds now', async () => {
    held = [node('pbx-1', 'up')];
    await lines();
    held = [];
    expect(await lines()).toEqual(['switchyard_nodes_held{} 0']);
  });
});
