import { Logger } from '@switchyard/platform';
import type { NodeState, TelephonyNode } from '../../telephony/telephony.port';
import { LEASE, NodeKeeper } from './node-keeper';
import { type LeaseHolder, type NodeLease, NodeLeases } from './node-leases.port';
import { ownProcess } from './process-life';

class FakeLeases extends NodeLeases {
  heldBySomebodyElse = false;
  fails = false;
  released = 0;

  other: LeaseHolder | null = null;

  async hold(
    node: string,
    { id }: LeaseHolder,
    _seconds: number,
    instead?: string,
  ): Promise<NodeLease | null> {
    if (this.fails) throw new Error('the database is away');
    if (this.heldBySomebodyElse && (instead === undefined || instead !== this.other?.id)) return null;
    return { node, holder: id, fence: '1' };
  }

  async lastHolder(): Promise<LeaseHolder | null> {
    return this.other;
  }

  async release(): Promise<void> {
    this.released += 1;
  }

  async extendCalls(): Promise<void> {}
  async reportState(): Promise<void> {}
}

function setUp() {
  let now = 0;
  let state: NodeState = 'down';
  const node = {
    name: 'pbx-1',
    state: () => state,
    connect: async () => {
      state = 'up';
    },
    disconnect: async () => {
      state = 'down';
    },
  } as unknown as TelephonyNode;
  const leases = new FakeLeases();
  const dropped: TelephonyNode[] = [];
  const told: string[] = [];
  const calls = {
    on: () => ['c1'],
    handOver: async (from: TelephonyNode) => {
      told.push(`handed over, ${from.state()}`);
    },
    dropAll: (from: TelephonyNode) => dropped.push(from),
  };
  const keeper = new NodeKeeper([node], leases, Logger.silent(), calls, () => now);
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { node, leases, keeper, pass, dropped, told };
}

describe('NodeKeeper', () => {
  it('connects to a node whose lease it holds, and lets calls be placed there', async () => {
    const { node, keeper } = setUp();
    expect(keeper.usableLease(node)).toBeNull();
    await keeper.renew();
    expect(keeper.usableLease(node)).toMatchObject({ node: 'pbx-1', fence: '1' });
  });

  it('stands by while another process holds the node', async () => {
    const { node, leases, keeper } = setUp();
    leases.heldBySomebodyElse = true;
    await keeper.renew();
    expect(node.state()).toBe('down');
    expect(keeper.usableLease(node)).toBeNull();
    expect(keeper.heldNodes()).toEqual([]);
  });

  it('does not wait for the lease of a process that is gone, but for that of one that may live', async () => {
    const { node, leases, keeper } = setUp();
    leases.heldBySomebodyElse = true;
    const own = ownProcess() ?? '';
    leases.other = { id: 'predecessor', process: own };
    await keeper.renew();
    expect(keeper.heldNodes()).toEqual([]);
    const [boot, namespace, pid] = own.split('/');
    leases.other = { id: 'predecessor', process: `${boot}/${namespace}/${pid}/1` };
    await keeper.renew();
    expect(keeper.usableLease(node)).not.toBeNull();
  });

  it('originates nothing in the margin before its lease ends, and after it', async () => {
    const { node, keeper, pass } = setUp();
    await keeper.renew();
    pass(LEASE.seconds - LEASE.margin - 0.001);
    expect(keeper.usableLease(node)).not.toBeNull();
    pass(0.001);
    expect(keeper.usableLease(node)).toBeNull();
    pass(60);
    expect(keeper.usableLease(node)).toBeNull();
  });

  it('disconnects and drops its calls when another process has taken the node meanwhile', async () => {
    const { node, leases, keeper, pass, dropped, told } = setUp();
    await keeper.renew();
    pass(60);
    leases.heldBySomebodyElse = true;
    await keeper.renew();
    expect(node.state()).toBe('down');
    expect(keeper.heldNodes()).toEqual([]);
    expect(dropped).toEqual([node]);
    expect(told).toEqual([]);
  });

  it('keeps its calls through a short trouble of the database, and stands by when the lease ran out', async () => {
    const { node, leases, keeper, pass, told } = setUp();
    await keeper.renew();
    leases.fails = true;
    pass(LEASE.renewEvery);
    await keeper.renew();
    expect(node.state()).toBe('up');
    expect(told).toEqual([]);
    pass(LEASE.seconds);
    await keeper.renew();
    expect(node.state()).toBe('down');
    expect(told).toEqual(['handed over, up']);
    pass(LEASE.renewEvery);
    await keeper.renew();
    expect(told).toHaveLength(1);
  });

  it('gives its leases up when it ends', async () => {
    const { node, leases, keeper } = setUp();
    await keeper.renew();
    await keeper.release();
    expect(leases.released).toBe(1);
    expect(node.state()).toBe('down');
  });
});
