/** One utterance of a transcript. */
export interface TranscriptLine {
  /** Seconds from the begin of the recording. */
  readonly second: number;
  readonly speaker: 'agent' | 'caller';
  readonly text: string;
}

/** What the agent said, a line each, with where each line begins in it: what is found in the text can be found in the recording. */
export function agentText(lines: readonly TranscriptLine[]): {
  readonly text: string;
  readonly secondAt: (place: number) => number | undefined;
} {
  const own = lines.filter(({ speaker }) => speaker === 'agent');
  const starts: { readonly place: number; readonly second: number }[] = [];
  let text = '';
  for (const { second, text: said } of own) {
    if (text !== '') text += '\n';
    starts.push({ place: text.length, second });
    text += said;
  }
  return { text, secondAt: (place) => starts.findLast((start) => start.place <= place)?.second };
}
