/** Injection token of every PBX node: `readonly TelephonyNode[]`. */
export const TELEPHONY_NODES = Symbol('TELEPHONY_NODES');
