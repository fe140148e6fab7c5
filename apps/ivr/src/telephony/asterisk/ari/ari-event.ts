/** The events that a call's life is made of; everything else is filtered out at the PBX. */
export const ARI_EVENT_TYPES = [
  'StasisStart',
  'StasisEnd',
  'ChannelStateChange',
  'Dial',
  'ChannelDtmfReceived',
  'ChannelHangupRequest',
  'ChannelDestroyed',
  'PlaybackStarted',
  'PlaybackFinished',
  'RecordingStarted',
  'RecordingFinished',
  'RecordingFailed',
  'ApplicationReplaced',
  // Without it, requests over the WebSocket would never be answered (T6).
  'RESTResponse',
] as const;

export interface AriChannel {
  readonly id: string;
  readonly up: boolean;
  readonly ringing: boolean;
  readonly callerNumber: string;
  /** The extension that it is in. */
  readonly dialled: string;
  readonly context: string;
  readonly accountCode: string;
  /** The dialplan's application that has it now, with its arguments. */
  readonly appName: string;
  readonly appData: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** `at`: the PBX's time of the event, milliseconds since the epoch. */
export type AriEvent =
  | {
      readonly type: 'StasisStart';
      readonly channel: AriChannel;
      readonly args: readonly string[];
      readonly at: number;
    }
  | {
      readonly type: 'ChannelStateChange' | 'ChannelHangupRequest' | 'StasisEnd';
      readonly channel: AriChannel;
      readonly at: number;
    }
  /** Early media: the far network plays something before an answer. */
  | { readonly type: 'DialProgress'; readonly callId: string; readonly at: number }
  | {
      readonly type: 'ChannelDtmfReceived';
      readonly channel: AriChannel;
      readonly digit: string;
      readonly at: number;
    }
  | {
      readonly type: 'ChannelDestroyed';
      readonly channel: AriChannel;
      readonly cause: number;
      readonly at: number;
    }
  | {
      readonly type: 'PlaybackStarted' | 'PlaybackFinished';
      readonly playbackId: string;
      readonly callId: string;
      readonly failed: boolean;
      readonly at: number;
    }
  | {
      readonly type: 'RecordingStarted' | 'RecordingFinished' | 'RecordingFailed';
      readonly name: string;
      readonly callId: string;
      readonly seconds: number;
      readonly at: number;
    }
  | { readonly type: 'ApplicationReplaced'; readonly at: number };

/** An event of a type that we use does not have the shape that Asterisk documents. */
export class MalformedAriEvent extends Error {
  constructor(type: string, field: string) {
    super(`ARI event ${type} without a usable ${field}`);
    this.name = 'MalformedAriEvent';
  }
}

/** @returns undefined for a type that we do not use, known to Asterisk's documents or not. @throws MalformedAriEvent */
export function decodeAriEvent(raw: unknown, receivedAt: number): AriEvent | undefined {
  const event = asRecord(raw);
  const type = event['type'];
  const at = typeof event['timestamp'] === 'string' ? Date.parse(event['timestamp']) : receivedAt;
  switch (type) {
    case 'StasisStart':
      return { type, channel: channelOf(type, event), args: strings(event['args']), at };
    case 'ChannelStateChange':
    case 'ChannelHangupRequest':
    case 'StasisEnd':
      return { type, channel: channelOf(type, event), at };
    case 'ChannelDtmfReceived':
      return { type, channel: channelOf(type, event), digit: text(type, event, 'digit'), at };
    case 'ChannelDestroyed': {
      const cause = event['cause'];
      return { type, channel: channelOf(type, event), cause: typeof cause === 'number' ? cause : 0, at };
    }
    case 'PlaybackStarted':
    case 'PlaybackFinished': {
      const playback = asRecord(event['playback']);
      const callId = targetOf(type, playback);
      const failed = playback['state'] === 'failed';
      return { type, playbackId: text(type, playback, 'id'), callId, failed, at };
    }
    case 'RecordingStarted':
    case 'RecordingFinished':
    case 'RecordingFailed': {
      const recording = asRecord(event['recording']);
      const { duration } = recording;
      const seconds = typeof duration === 'number' ? duration : 0;
      return { type, name: text(type, recording, 'name'), callId: targetOf(type, recording), seconds, at };
    }
    case 'Dial': {
      if (event['dialstatus'] !== 'PROGRESS') return undefined;
      return { type: 'DialProgress', callId: text(type, asRecord(event['peer']), 'id'), at };
    }
    case 'ApplicationReplaced':
      return { type, at };
    default:
      return undefined;
  }
}

/** A channel as ARI lists it. @throws MalformedAriEvent */
export function decodeAriChannel(context: string, raw: unknown): AriChannel {
  const channel = asRecord(raw);
  const state = channel['state'];
  const created = channel['creationtime'];
  const dialplan = asRecord(channel['dialplan']);
  return {
    id: text(context, channel, 'id'),
    up: state === 'Up',
    ringing: state === 'Ringing',
    callerNumber: optionalText(asRecord(channel['caller'])['number']),
    dialled: optionalText(dialplan['exten']),
    context: optionalText(dialplan['context']),
    accountCode: optionalText(channel['accountcode']),
    appName: optionalText(dialplan['app_name']),
    appData: optionalText(dialplan['app_data']),
    createdAt: typeof created === 'string' ? Date.parse(created) : Number.NaN,
  };
}

/** The channel that a playback or a recording belongs to. */
function targetOf(type: string, record: Readonly<Record<string, unknown>>): string {
  const target = text(type, record, 'target_uri');
  return target.startsWith('channel:') ? target.slice('channel:'.length) : '';
}

function channelOf(type: string, event: Readonly<Record<string, unknown>>): AriChannel {
  return decodeAriChannel(type, event['channel']);
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function text(type: string, record: Readonly<Record<string, unknown>>, field: string): string {
  const value = record[field];
  if (typeof value !== 'string' || value === '') throw new MalformedAriEvent(type, field);
  return value;
}

function optionalText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
