import type { LiveCall } from '../../telephony.port';
import { normaliseCaller } from '../phone-number';
import { stasisEntry } from '../stasis-entry';
import { asRecord, decodeAriChannel, strings } from './ari-event';

/** Contexts of deploy/asterisk in which nothing but a caller's channel is. */
const CALLERS_CONTEXT = /^(from-trunk|transfer|agent-queue.*)$/;
const OUT_OF_HAND = /^(transfer|agent-queue.*)$/;

/**
 * Our calls: what is subscribed to our application, whichever process placed it, and callers whom the dialplan has
 * while nobody is subscribed to them.
 */
export function listCalls(app: string, application: unknown, channels: unknown): readonly LiveCall[] {
  const subscribed = new Set(strings(asRecord(application)['channel_ids']));
  const all: readonly unknown[] = Array.isArray(channels) ? channels : [];
  return all
    .map((raw) => decodeAriChannel('channel list', raw))
    .filter(({ id, context }) => subscribed.has(id) || CALLERS_CONTEXT.test(context))
    .map((channel) => {
      const { id, up, createdAt, accountCode, context, appName, appData } = channel;
      const inStasis = appName === 'Stasis';
      const common = { callId: id, answered: up, startedAt: new Date(createdAt) };
      const inHand = inStasis || !OUT_OF_HAND.test(context);
      // Every call that we place bears the application's name as its account code.
      if (accountCode === app) return { ...common, direction: 'outbound', from: '', to: '', inHand };
      const entry = inStasis ? stasisEntry(appData.split(',').slice(1), channel.dialled) : undefined;
      const to = entry?.dialled ?? (OUT_OF_HAND.test(context) ? '' : channel.dialled);
      return { ...common, direction: 'inbound', from: normaliseCaller(channel.callerNumber), to, inHand };
    });
}
