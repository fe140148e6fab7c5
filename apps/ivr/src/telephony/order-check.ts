import { OriginateRefused, type OriginateOrder } from './telephony.port';

const E164 = /^\+[1-9]\d{6,14}$/;
const EXTENSION = /^[\d*#]{1,12}$/;
const TRUNK = /^[A-Za-z0-9_-]{1,64}$/;
const CALLER_ID = /^\+?\d{0,20}$/;
const CALL_ID = /^[A-Za-z0-9_.-]{1,128}$/;

/**
 * Lets nothing into a dial string that could name another destination (`&`, `/`, `@`).
 * @throws OriginateRefused `refused`, naming the field.
 */
export function checkOrder(order: OriginateOrder): void {
  const bad =
    (!CALL_ID.test(order.callId) && 'callId') ||
    (!E164.test(order.number) && 'number') ||
    (!TRUNK.test(order.trunk) && 'trunk') ||
    (!CALLER_ID.test(order.callerId) && 'callerId') ||
    (order.extension !== undefined && !EXTENSION.test(order.extension) && 'extension') ||
    (!(order.ringSeconds >= 5 && order.ringSeconds <= 120) && 'ringSeconds');
  if (bad) throw new OriginateRefused('refused', `call ${order.callId}: ${bad} cannot be dialled`);
}
