/** Injection token of every PBX node: `readonly TelephonyNode[]`. */
export const TELEPHONY_NODES = Symbol('TELEPHONY_NODES');

/** Injection token of the queues of every PBX node, by the same names: `readonly QueueNode[]`. */
export const QUEUE_NODES = Symbol('QUEUE_NODES');
