/** Full-width forms (０–９, ａ–ｚ, （, －, ＋ …) and the ideographic space as their ASCII twins. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
