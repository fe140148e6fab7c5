/** What happens to a call to a lab number. The number carries it: +86 139 00FF SSSS, FF the fate, SSSS a serial. */
export type Fate =
  | { readonly kind: 'refuse'; readonly status: number; readonly reason: string; readonly ringMs?: number }
  /** 183 with audio for a while, then a refusal: the network's "the phone is switched off". */
  | {
      readonly kind: 'early-media';
      readonly playMs: number;
      readonly status: number;
      readonly reason: string;
    }
  | { readonly kind: 'ring-for-ever' }
  | {
      readonly kind: 'answer';
      readonly ringMs?: number;
      /** Sends no media; others say hello (0.8 s) after answering. */
      readonly silent?: boolean;
      /** Keys by RFC 4733, each with the milliseconds to wait before it; the key itself takes 100 ms. */
      readonly keys?: readonly { readonly afterMs: number; readonly key: string }[];
      readonly hangUpAfterMs?: number;
      /** Q.850 cause that the BYE tells in a Reason header, as many carriers do and many do not. */
      readonly hangUpCause?: number;
    };

const key = (pressed: string, afterMs = 2000) => ({ key: pressed, afterMs });

export const FATES = {
  listens: { code: '01', fate: { kind: 'answer' } },
  confirms: { code: '02', fate: { kind: 'answer', keys: [key('1')] } },
  'hears-again-then-confirms': { code: '03', fate: { kind: 'answer', keys: [key('2'), key('1')] } },
  'asks-for-later': { code: '04', fate: { kind: 'answer', keys: [key('3')] } },
  'asks-for-human': { code: '05', fate: { kind: 'answer', keys: [key('0')] } },
  'opts-out': { code: '06', fate: { kind: 'answer', keys: [key('9')] } },
  busy: { code: '11', fate: { kind: 'refuse', status: 486, reason: 'Busy Here' } },
  'rings-for-ever': { code: '12', fate: { kind: 'ring-for-ever' } },
  unavailable: { code: '13', fate: { kind: 'refuse', status: 480, reason: 'Temporarily Unavailable' } },
  declines: { code: '14', fate: { kind: 'refuse', status: 603, reason: 'Decline', ringMs: 500 } },
  'no-such-number': { code: '15', fate: { kind: 'refuse', status: 404, reason: 'Not Found' } },
  congestion: { code: '16', fate: { kind: 'refuse', status: 503, reason: 'Service Unavailable' } },
  'switched-off': {
    code: '17',
    fate: { kind: 'early-media', playMs: 2000, status: 480, reason: 'Temporarily Unavailable' },
  },
  gone: { code: '18', fate: { kind: 'refuse', status: 410, reason: 'Gone' } },
  'no-response': { code: '19', fate: { kind: 'refuse', status: 408, reason: 'Request Timeout' } },
  'hangs-up-after-1s': { code: '21', fate: { kind: 'answer', hangUpAfterMs: 1000 } },
  'hangs-up-after-3s': { code: '22', fate: { kind: 'answer', hangUpAfterMs: 3000 } },
  'hangs-up-after-8s': { code: '23', fate: { kind: 'answer', hangUpAfterMs: 8000, hangUpCause: 16 } },
  silent: { code: '31', fate: { kind: 'answer', silent: true } },
  'answers-slowly': { code: '32', fate: { kind: 'answer', ringMs: 3000 } },
} as const satisfies Record<string, { code: string; fate: Fate }>;

export type FateName = keyof typeof FATES;

export const FATE_NAMES = Object.keys(FATES) as FateName[];

/** A number of the lab's, E.164. `serial` is 0 to 9999. */
export function labNumber(fate: FateName, serial = 1): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 9999) {
    throw new RangeError(`serial ${serial} is not between 0 and 9999`);
  }
  return `+8613900${FATES[fate].code}${String(serial).padStart(4, '0')}`;
}
