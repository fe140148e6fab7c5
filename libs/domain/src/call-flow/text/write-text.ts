import type { FlowText } from './flow-text';
import type { Values } from './speak-texts';
import { type VariableType, writeValue } from './variable-type';
import { KNOWN_VARIABLES } from './variables';

const APPLICATION: VariableType = { spoken: 'word', table: 'application-kind' };

/** A text for the staff, with the values written; what has no value is a dash. */
export function writeText({ texts }: FlowText, values: Values): string {
  return texts['zh-CN']
    .map((piece) => {
      if (piece.type === 'words') return piece.text;
      const value = values[piece.name];
      return value === undefined ? '—' : writeValue(KNOWN_VARIABLES[piece.name]?.type ?? APPLICATION, value);
    })
    .join('');
}
