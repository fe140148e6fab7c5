/** A piece of a template's text: words, or what stood between braces. */
export type TextPiece =
  { readonly type: 'words'; readonly text: string } | { readonly type: 'variable'; readonly name: string };

const BRACED = /\{([^{}]*)\}/g;

/** Takes a template's text apart at its braces; a brace without its partner stays among the words. */
export function splitBraces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const braced of text.matchAll(BRACED)) {
    if (braced.index > end) pieces.push({ type: 'words', text: text.slice(end, braced.index) });
    pieces.push({ type: 'variable', name: braced[1] ?? '' });
    end = braced.index + braced[0].length;
  }
  if (end < text.length) pieces.push({ type: 'words', text: text.slice(end) });
  return pieces;
}
