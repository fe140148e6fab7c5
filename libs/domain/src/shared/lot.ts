/**
 * A number from 0 (included) to 1 (excluded) for a thing, drawn by a seed: the same for the same seed and thing,
 * whatever else there is (FNV-1a, then the final mixing of MurmurHash3).
 */
export function lotOf(seed: string, thing: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}\u0000${thing}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
