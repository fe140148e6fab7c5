import { VirtualScheduler } from '../../simulator/virtual-scheduler';
import { CallGone, type CallEvent, type LiveCall } from '../../telephony.port';
import type { AriLinkListener } from '../ari/ari-link';
import { AsteriskNode, type NodeCalls } from '../asterisk-node';
import type { NodeCallers } from '../caller-orders';
import { HEALTH_POLICY } from '../node-health';
import { keptLog } from './kept-log';

export const timestamp = '2026-11-22T07:49:18.796+0000';
/** An event as ARI sends it. */
export const event = (type: string, id: string, over: object = {}) => ({
  type,
  timestamp,
  channel: { id, state: 'Up', caller: { number: '' }, dialplan: { exten: '' } },
  ...over,
});
export const order = (callId: string) => ({
  callId,
  number: '+8613900010001',
  trunk: 'trunk',
  callerId: '95598',
  ringSeconds: 20,
});

export const living = (callId: string, over: Partial<LiveCall> = {}): LiveCall => ({
  callId,
  answered: true,
  startedAt: new Date(0),
  direction: 'outbound',
  from: '',
  to: '',
  inHand: true,
  ...over,
});

/** A PBX of plain functions on virtual time. */
export function makeNode() {
  const scheduler = new VirtualScheduler(1_700_000_000_000);
  const log = keptLog();
  const pbx = {
    socket: undefined as AriLinkListener | undefined,
    links: 0,
    reachable: true,
    canariesArrive: true,
    pongs: true,
    live: [] as LiveCall[],
    digits: [] as string[],
    originate: async (): Promise<void> => undefined,
    beforeListing: () => undefined as void,
    /** What was asked of it, in order. */
    asked: [] as string[],
    gone: [] as string[],
    play: async (callId: string): Promise<void> => {
      throw new CallGone(callId);
    },
  };
  const calls: NodeCalls = {
    originate: () => pbx.originate(),
    play: async (callId, playbackId) => {
      pbx.asked.push(`play ${playbackId}`);
      await pbx.play(callId);
    },
    stopPlayback: async (playbackId) => {
      pbx.asked.push(`stop ${playbackId}`);
    },
    ring: async () => undefined,
    answer: async () => undefined,
    hangUp: async () => undefined,
    sendDigits: async (_callId, digits) => {
      pbx.digits.push(digits);
    },
    liveCalls: async () => {
      const live = pbx.live;
      pbx.beforeListing();
      return live;
    },
    filterEvents: async () => undefined,
    originateCanary: async (callId) => {
      if (pbx.canariesArrive) scheduler.after(5, () => pbx.socket?.onEvent(event('StasisStart', callId)));
    },
  };
  const callers: NodeCallers = {
    watch: async (callIds) => {
      pbx.asked.push(...callIds.map((callId) => `watch ${callId}`));
      return callIds.filter((callId) => pbx.gone.includes(callId));
    },
    setVariables: async (_callId, variables) => {
      pbx.asked.push(`set ${Object.keys(variables).join(' ')}`);
    },
    goOn: async (_callId, context, extension) => {
      pbx.asked.push(`continue ${context} ${extension}`);
    },
    record: async (_callId, name) => {
      pbx.asked.push(`record ${name}`);
    },
    stopRecording: async (name) => {
      pbx.asked.push(`stop ${name}`);
    },
  };
  const node = new AsteriskNode({
    name: 'pbx-1',
    calls,
    callers,
    scheduler,
    random: () => 0.5,
    log,
    health: HEALTH_POLICY,
    pingTimeoutMs: 2_000,
    canaryTimeoutMs: 3_000,
    openLink: async (listener) => {
      if (!pbx.reachable) throw new Error('refused');
      pbx.links += 1;
      pbx.socket = listener;
      return {
        ping: async () => {
          if (!pbx.pongs) throw new Error('no pong');
        },
        close: () => undefined,
      };
    },
  });
  const events: CallEvent[] = [];
  node.onEvent((told) => events.push(told));
  const states = () => events.flatMap((told) => (told.type === 'node-state' ? [told.state] : []));
  const connect = async () => {
    const connected = node.connect(10_000);
    await scheduler.advance(100);
    await connected;
  };
  return { node, pbx, scheduler, log, events, states, connect };
}
