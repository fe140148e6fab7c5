import { splitBraces, SPOKEN_LANGUAGES, type SpokenLanguage, type TextPiece } from '../../speech';
import type { Piece } from '../document/flow-document';

/** A piece of a prompt, its texts taken apart. */
export interface FlowText {
  readonly texts: Readonly<Record<SpokenLanguage, readonly TextPiece[]>>;
  readonly each?: string;
  readonly most?: number;
  readonly when?: string;
  readonly unless?: string;
}

export function flowText(piece: Piece): FlowText {
  const { each, most, when, unless } = piece;
  return {
    texts: { 'zh-CN': splitBraces(piece['zh-CN']), en: splitBraces(piece.en) },
    each,
    most,
    when,
    unless,
  };
}

/** Variables that a text uses, in any language. */
export function variablesIn(text: FlowText): string[] {
  const pieces = SPOKEN_LANGUAGES.flatMap((language) => text.texts[language]);
  return pieces.flatMap((piece) => (piece.type === 'variable' ? [piece.name] : []));
}
