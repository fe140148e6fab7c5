/** Nest would let the second handler of a subject silently replace the first (telephony.md T6). */
export function refuseSecondHandler(handlers: ReadonlyMap<string, unknown>, subject: string): void {
  if (handlers.has(subject)) throw new Error(`two handlers for ${subject}: keep one of them`);
}
