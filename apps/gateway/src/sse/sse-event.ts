/** One event of a stream; `null` in its place means "nothing new". */
export interface SseEvent {
  /** What the client sends as Last-Event-ID when it comes back; one line. */
  readonly id?: string;
  readonly event: string;
  readonly data: unknown;
}

/** The event as it goes over the wire. */
export function encodeSse({ id, event, data }: SseEvent): string {
  const lines = [id === undefined ? [] : [`id: ${oneLine(id)}`], `event: ${oneLine(event)}`];
  // JSON has no line break outside of strings, and none unescaped inside.
  return `${[...lines.flat(), `data: ${JSON.stringify(data) ?? 'null'}`].join('\n')}\n\n`;
}

export const SSE_HEARTBEAT = ': heartbeat\n\n';

const oneLine = (text: string): string => text.replace(/[\r\n\0]/g, ' ');
