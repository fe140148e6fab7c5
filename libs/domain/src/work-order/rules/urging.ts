/**
 * Whether the centre may urge: at or past a limit (§2.7, art. 20(5)); where no clock runs nothing holds it back. The
 * customer may urge at any time.
 */
export function mayUrge(by: 'customer' | 'centre', nextDueAt: Date | undefined, now: Date): boolean {
  return by === 'customer' || nextDueAt === undefined || nextDueAt <= now;
}
