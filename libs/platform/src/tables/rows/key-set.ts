/**
 * Account and period of a million rows with the line where each stood first, exactly, in about 40 bytes a key:
 * the texts lie in one buffer, found by open addressing. Periods, which are few, are kept by number.
 */
export class KeySet {
  private slots = new Int32Array(1 << 12).fill(-1);
  private ends = new Uint32Array(1 << 10);
  private lines = new Int32Array(1 << 10);
  private bytes = Buffer.alloc(1 << 15);
  private used = 0;
  private count = 0;
  private readonly scratch = Buffer.alloc(512);
  private readonly periods = new Map<string, number>();

  get size(): number {
    return this.count;
  }

  /**
   * The line where this key stood before, or undefined when it is new, and then kept. `line` 0 means: in the
   * batch already. Accounts are ASCII, at most 120 characters long.
   */
  add(accountNo: string, period: string, line: number): number | undefined {
    const length = this.scratch.write(`${accountNo}\n${this.numberOf(period)}`, 'latin1');
    let slot = hash(this.scratch, length) & (this.slots.length - 1);
    for (;;) {
      const entry = this.slots[slot] as number;
      if (entry < 0) break;
      if (this.matches(entry, length)) return this.lines[entry];
      slot = (slot + 1) & (this.slots.length - 1);
    }
    this.slots[slot] = this.keep(length, line);
    if (this.count * 2 > this.slots.length) this.rehash();
    return undefined;
  }

  private numberOf(period: string): number {
    const known = this.periods.get(period);
    if (known !== undefined) return known;
    this.periods.set(period, this.periods.size);
    return this.periods.size - 1;
  }

  private matches(entry: number, length: number): boolean {
    const start = this.startOf(entry);
    if ((this.ends[entry] as number) - start !== length) return false;
    for (let index = 0; index < length; index++) {
      if (this.bytes[start + index] !== this.scratch[index]) return false;
    }
    return true;
  }

  private keep(length: number, line: number): number {
    if (this.used + length > this.bytes.length)
      this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    if (this.count === this.ends.length) {
      this.ends = grown(this.ends, new Uint32Array(this.count * 2));
      this.lines = grown(this.lines, new Int32Array(this.count * 2));
    }
    this.scratch.copy(this.bytes, this.used, 0, length);
    this.used += length;
    this.ends[this.count] = this.used;
    this.lines[this.count] = line;
    return this.count++;
  }

  private startOf(entry: number): number {
    return entry === 0 ? 0 : (this.ends[entry - 1] as number);
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let entry = 0; entry < this.count; entry++) {
      const start = this.startOf(entry);
      const bytes = this.bytes.subarray(start, this.ends[entry]);
      let slot = hash(bytes, bytes.length) & (this.slots.length - 1);
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = entry;
    }
  }
}

/** FNV-1a with a final mix, so that serial account numbers spread. */
function hash(bytes: Uint8Array, length: number): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < length; index++)
    value = Math.imul(value ^ (bytes[index] as number), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

function grown<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
