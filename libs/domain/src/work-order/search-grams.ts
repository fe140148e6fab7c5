const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Pairs of neighbouring characters of a text, each once, in small letters; of a single character that one. Chinese has
 * no spaces, and most of its words are two characters: a text holds a word only if it holds the word's pairs.
 */
export function searchGrams(text: string): readonly string[] {
  const grams = new Set<string>();
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    const characters = Array.from(word);
    if (characters.length === 1) grams.add(word);
    for (let at = 0; at + 1 < characters.length; at += 1) grams.add(`${characters[at]}${characters[at + 1]}`);
  }
  return [...grams];
}
