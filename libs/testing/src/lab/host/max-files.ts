import { readFileSync } from 'node:fs';

/** As many descriptors as this process may pass on, 65536 at most. */
export function maxFiles(): number {
  const match = /^Max open files\s+\S+\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'utf8'));
  const hard = match?.[1] === 'unlimited' || !match ? Infinity : Number(match[1]);
  return Math.min(hard, 65_536);
}
