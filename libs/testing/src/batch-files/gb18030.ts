let bytesOf: Map<string, readonly [number, number]> | undefined;

/** Text in GB18030, which Node reads but does not write. @throws RangeError for a character of four bytes */
export function encodeGb18030(text: string): Buffer {
  bytesOf ??= twoByteCharacters();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : bytesOf.get(character);
    if (!pair) throw new RangeError(`"${character}" takes four bytes in GB18030`);
    bytes.push(...pair);
  }
  return Buffer.from(bytes);
}

function twoByteCharacters(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) table.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  table.delete('\uFFFD');
  return table;
}
